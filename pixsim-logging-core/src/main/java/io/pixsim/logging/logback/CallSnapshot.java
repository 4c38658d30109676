package io.pixsim.logging.logback;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.gate.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.spi.MDCAdapter;

/**
 * A held-back call, to be written when it turns out to be the last of its kind. Keeps its context and small plain values,
 * which never change; of the others, that there was one. Used again without making anything. Guarded by the job that it belongs to.
 */
final class CallSnapshot implements Snapshot {

    private static final String NOT_KEPT = "(not kept)";
    private static final Object[] NOTHING = {};
    private static final KeyValuePair[] NO_PAIRS = {};

    private @Nullable Logger logger;
    private Level level = Level.INFO;
    private @Nullable String message;
    private @Nullable String stage;
    private @Nullable Object[] arguments = NOTHING;
    private KeyValuePair[] keyValues = NO_PAIRS;
    private Map<String, String> context = Map.of();

    void keep(
            Logger ofLogger,
            Level ofLevel,
            @Nullable String pattern,
            @Nullable String ofStage,
            @Nullable Object @Nullable [] values,
            @Nullable List<KeyValuePair> pairs) {
        logger = ofLogger;
        level = ofLevel;
        message = SafeValue.isPlain(pattern) ? pattern : NOT_KEPT;
        stage = ofStage;
        context = context(ofLogger);
        int count = values == null ? 0 : values.length;
        if (arguments.length != count) {
            arguments = new Object[count];
        }
        for (int i = 0; values != null && i < count; i++) {
            arguments[i] = plain(values[i]);
        }
        int pairCount = pairs == null ? 0 : pairs.size();
        if (keyValues.length != pairCount) {
            keyValues = new KeyValuePair[pairCount];
        }
        for (int i = 0; pairs != null && i < pairCount; i++) {
            KeyValuePair pair = pairs.get(i);
            keyValues[i] = SafeValue.isPlain(pair.value) ? pair : new KeyValuePair(pair.key, NOT_KEPT);
        }
    }

    /**
     * Whether {@link #keep} would change nothing but the context, which is not looked at: what says the same in another one
     * is told in that of the first. Asked without the job's lock too: what another thread changes meanwhile leads to a wrong
     * answer at worst. Only plain values are asked whether they are equal, and none of the caller's.
     */
    boolean holds(
            Logger ofLogger,
            Level ofLevel,
            @Nullable String pattern,
            @Nullable String ofStage,
            @Nullable Object @Nullable [] values,
            @Nullable List<KeyValuePair> pairs) {
        return logger == ofLogger
                && level == ofLevel
                && Objects.equals(message, pattern)
                && Objects.equals(stage, ofStage)
                && holds(values)
                && holds(pairs);
    }

    private boolean holds(@Nullable Object @Nullable [] values) {
        @Nullable Object[] kept = arguments;
        if (values == null || values.length != kept.length) {
            return values == null && kept.length == 0;
        }
        for (int i = 0; i < kept.length; i++) {
            if (!Objects.equals(kept[i], values[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(@Nullable List<KeyValuePair> pairs) {
        @Nullable KeyValuePair[] kept = keyValues;
        if (pairs == null || pairs.size() != kept.length) {
            return pairs == null && kept.length == 0;
        }
        for (int i = 0; i < kept.length; i++) {
            KeyValuePair one = kept[i];
            KeyValuePair other = pairs.get(i);
            if (one == null || !Objects.equals(one.key, other.key) || !Objects.equals(one.value, other.value)) {
                return false;
            }
        }
        return true;
    }

    /** Once: what was kept is the event's own from now on. */
    void write(long heldBack) {
        Logger to = logger;
        if (to == null) {
            return;
        }
        LoggingEvent event = new LoggingEvent(Logger.FQCN, to, level, message, null, arguments);
        if (Arrays.stream(keyValues).noneMatch(pair -> Fields.STAGE.name().equals(pair.key)) && !hasStageArgument()) {
            event.addKeyValuePair(new KeyValuePair(Fields.STAGE.name(), stage));
        }
        for (KeyValuePair pair : keyValues) {
            event.addKeyValuePair(pair);
        }
        if (heldBack > 0) {
            event.addKeyValuePair(new KeyValuePair(Fields.SUPPRESSED.name(), heldBack));
        }
        event.setMDCPropertyMap(context);
        to.callAppenders(event);
    }

    /** What every event of the thread would have; it does not change with the context. */
    static Map<String, String> context(Logger ofLogger) {
        MDCAdapter adapter = ofLogger.getLoggerContext().getMDCAdapter();
        if (adapter == null) { // a logger context that was made by hand
            return Map.of();
        }
        Map<String, String> now =
                adapter instanceof LogbackMDCAdapter logback ? logback.getPropertyMap() : adapter.getCopyOfContextMap();
        return now == null ? Map.of() : now;
    }

    private boolean hasStageArgument() {
        for (Object argument : arguments) {
            if (argument instanceof FieldValue pair && pair.field() == Fields.STAGE) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (SafeValue.isPlain(value)) {
            return value;
        }
        return value instanceof FieldValue pair ? new FieldValue(pair.field(), NOT_KEPT) : NOT_KEPT;
    }
}
