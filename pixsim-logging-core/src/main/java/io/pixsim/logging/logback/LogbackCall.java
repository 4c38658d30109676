package io.pixsim.logging.logback;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.catalog.StageCheck;
import io.pixsim.logging.context.JobScopes;
import io.pixsim.logging.gate.Call;
import io.pixsim.logging.gate.CallMemory;
import io.pixsim.logging.gate.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.LoggingEvent;

/**
 * A call of Logback's, as the gate sees it. One for each thread, used again for one call after another, so that a call
 * that is held back leaves no garbage; a call within a call gets one of its own.
 */
final class LogbackCall implements Call {

    /** Weakly, so that a thread that outlives the application does not hold its classes. */
    private static final ThreadLocal<WeakReference<LogbackCall>> OF_THREAD = new ThreadLocal<>();

    private boolean taken;
    private @Nullable Logger logger;
    private Level level = Level.OFF;
    private @Nullable Marker marker;
    private @Nullable List<Marker> markers;
    private @Nullable String message;
    private @Nullable Object @Nullable [] arguments;
    private @Nullable List<KeyValuePair> keyValues;
    private boolean thrown;
    private final OwnFields own = new OwnFields();
    private final CallMemory memory = new CallMemory();
    private @Nullable String stage;
    private @Nullable String jobId;
    private boolean ownRead;
    private boolean stageRead;
    private boolean jobRead;

    private LogbackCall() {}

    /** Give it back with {@link #release}. */
    static LogbackCall of(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        LogbackCall call = take(logger, level);
        if (marker != null) {
            call.marker = marker;
        }
        if (arguments != null) {
            call.arguments = arguments;
        }
        call.message = message;
        if (thrown != null) {
            call.thrown = true;
        }
        return call;
    }

    /** Give it back with {@link #release}. */
    static LogbackCall of(Logger logger, Level level, LoggingEvent event) {
        LogbackCall call = take(logger, level);
        call.markers = event.getMarkers();
        call.message = event.getMessage();
        call.arguments = event.getArgumentArray();
        call.keyValues = event.getKeyValuePairs();
        call.thrown = event.getThrowable() != null;
        return call;
    }

    private static LogbackCall take(Logger logger, Level level) {
        WeakReference<LogbackCall> known = OF_THREAD.get();
        LogbackCall free = known == null ? null : known.get();
        LogbackCall call = free == null || free.taken ? new LogbackCall() : free;
        if (free == null) {
            OF_THREAD.set(new WeakReference<>(call));
        }
        call.taken = true;
        if (call.logger != logger) {
            call.logger = logger;
        }
        if (call.level != level) {
            call.level = level;
        }
        return call;
    }

    /** Of the caller's, only the job's id is held between two calls. To write a reference costs: most are as they were. */
    void release() {
        if (hasOwn()) {
            arguments = null;
            keyValues = null;
            own.clear();
            ownRead = false;
        }
        if (markers != null) {
            markers = null;
        }
        if (marker != null) {
            marker = null;
        }
        message = null;
        if (thrown) {
            thrown = false;
        }
        if (stageRead) {
            stage = null;
            stageRead = false;
        }
        jobRead = false;
        taken = false;
    }

    /** Whether a plain call without a marker might tell a stage: the cheap question before {@link #stage}. */
    static boolean mayTellStage(@Nullable Object @Nullable [] arguments) {
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof FieldValue) {
                return true;
            }
        }
        return MDC.get(Fields.STAGE.name()) != null;
    }

    @Override
    public Severity severity() {
        org.slf4j.event.Level slf4j = Levels.toSlf4j(level);
        boolean critical = slf4j == org.slf4j.event.Level.ERROR && readMarkers().critical();
        return Severity.of(slf4j, critical);
    }

    @Override
    public @Nullable String stage() {
        if (marker instanceof Stage told) {
            return told.getName();
        }
        if (!stageRead) { // asked more than once for one call
            String told =
                    marker == null && markers == null ? null : readMarkers().stage();
            stage = told != null ? told : orContext(text(OwnFields.STAGE), Fields.STAGE);
            stageRead = true;
        }
        return stage;
    }

    @Override
    public @Nullable String jobId() {
        if (!jobRead) {
            String told = orContext(text(OwnFields.JOB_ID), Fields.JOB_ID);
            String found = told != null ? told : MDC.get(OwnFields.OTHER_JOB_ID);
            if (!Objects.equals(jobId, found)) {
                jobId = found;
            }
            jobRead = true;
        }
        return jobId;
    }

    @Override
    public boolean isInJobScope() {
        String id = jobId();
        return id != null && JobScopes.isOpen(id);
    }

    @Override
    public int attempt() {
        Object attempt = hasOwn() ? own().value(OwnFields.ATTEMPT) : null;
        if (attempt instanceof Integer number) {
            return Math.max(StageCheck.NO_ATTEMPT, number);
        }
        return SafeValue.number(orContext(SafeValue.text(attempt), Fields.ATTEMPT), StageCheck.NO_ATTEMPT);
    }

    @Override
    public @Nullable String artifact() {
        String artifact = orContext(text(OwnFields.ARTIFACT_ID), Fields.ARTIFACT_ID);
        return artifact != null ? artifact : orContext(text(OwnFields.GENERATION_ID), Fields.GENERATION_ID);
    }

    private boolean hasOwn() {
        return arguments != null || keyValues != null;
    }

    private @Nullable String text(int place) {
        return hasOwn() ? own().text(place) : null;
    }

    private OwnFields own() {
        if (!ownRead) {
            own.read(arguments, keyValues);
            ownRead = true;
        }
        return own;
    }

    private static @Nullable String orContext(@Nullable String told, Field field) {
        return told != null ? told : MDC.get(field.name());
    }

    @Override
    public @Nullable String field(String name) {
        String told = hasOwn() ? told(name) : null;
        return told != null ? told : MDC.get(name);
    }

    /** A field of the call itself. */
    private @Nullable String told(String name) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof FieldValue pair && pair.field().name().equals(name)) {
                    return SafeValue.text(pair.value());
                }
            }
        }
        if (keyValues != null) {
            for (int i = 0; i < keyValues.size(); i++) { // an iterator would be garbage
                KeyValuePair pair = keyValues.get(i);
                if (name.equals(pair.key)) {
                    return SafeValue.text(pair.value instanceof FieldValue inner ? inner.value() : pair.value);
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable String requestPath() {
        if (Requests.EVENT.equals(message) || Requests.EVENT.equals(text(OwnFields.EVENT))) {
            String path = text(OwnFields.PATH);
            return path != null ? path : MDC.get(Requests.PATH);
        }
        return text(OwnFields.METHOD) == null ? null : text(OwnFields.PATH);
    }

    @Override
    public boolean bringsThrowable() {
        return thrown || CallEvents.failure(arguments, null) != null;
    }

    @Override
    public String levelOwner() {
        return logger == null ? org.slf4j.Logger.ROOT_LOGGER_NAME : Levels.ownerOfCritical(logger);
    }

    @Override
    public @Nullable String message() {
        return message;
    }

    @Override
    public long messageFingerprint() {
        return CallFingerprint.ofMessage(message, arguments);
    }

    @Override
    public long fingerprint() {
        if (thrown || logger == null) {
            return 0;
        }
        long place = CallFingerprint.ofPlace(logger, level, stage(), artifact(), attempt());
        return CallFingerprint.ofValues(place, message, arguments, keyValues);
    }

    @Override
    public Snapshot snapshot(@Nullable Snapshot into) {
        CallSnapshot snapshot = into instanceof CallSnapshot old ? old : new CallSnapshot();
        snapshot.keep(Objects.requireNonNull(logger), level, message, stage(), arguments, keyValues);
        return snapshot;
    }

    @Override
    public boolean says(Snapshot snapshot) {
        return snapshot instanceof CallSnapshot kept
                && kept.holds(Objects.requireNonNull(logger), level, message, stage(), arguments, keyValues);
    }

    @Override
    public CallMemory memory() {
        return memory;
    }

    private EventMarkers readMarkers() {
        return markers != null ? EventMarkers.of(markers) : EventMarkers.of(marker);
    }
}
