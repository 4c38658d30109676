package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The fields of one event as the pairs of a line for people: which of them, and in which order. */
final class HumanFields {

    /** Longer texts are cut: JSON has them whole. */
    static final int MAX_TEXT = 256;

    private static final int LEAST_OF_CONTAINER = 16;
    private static final int LEAST_OF_ERROR = 40;
    private static final int MAX_PAIRS = 64;

    /** Told by a column, at a place of their own, or not at all. */
    private static final Set<Field> ELSEWHERE = Set.of(
            Fields.SERVICE,
            Fields.ENV,
            Fields.STAGE,
            Fields.ATTEMPT,
            Fields.DURATION_MS,
            Fields.SAMPLE_RATE,
            Fields.ERROR,
            Fields.ERROR_TYPE);

    private final EventFields own;
    private final List<KeyValuePair> keyValues;
    private final BoundFields bound;
    private final KeyTable keys;
    private final Limits limits;
    private final ValueWriter values;
    private final HumanNames names = new HumanNames();
    private final @Nullable Field subjectField;

    HumanFields(
            EventFields own,
            List<KeyValuePair> keyValues,
            BoundFields bound,
            KeyTable keys,
            Limits limits,
            ValueWriter values) {
        this.own = own;
        this.keyValues = keyValues;
        this.bound = bound;
        this.keys = keys;
        this.limits = limits;
        this.values = values;
        this.subjectField = subjectField();
    }

    /** A field's text in a column; null where the event has none. */
    @Nullable
    String column(Field field) {
        Object value = value(field);
        return value == null ? null : text(keys.key(field.name()), value);
    }

    /** What the event is about: the job, or the request where there is no job. */
    @Nullable
    HumanPair subject() {
        return subjectField == null ? null : pair(subjectField);
    }

    /** Where in its life the job is. */
    @Nullable
    HumanPair stage() {
        return pair(Fields.STAGE);
    }

    /** What the event says itself of the catalog's fields. */
    List<HumanPair> known() {
        List<HumanPair> pairs = new ArrayList<>();
        addPair(pairs, Fields.ATTEMPT);
        addPair(pairs, Fields.DURATION_MS);
        for (Field field : Fields.all()) {
            if (own.has(field) && isHere(field)) {
                addPair(pairs, field);
            }
        }
        return pairs;
    }

    /** What the event says itself beyond the catalog. */
    List<HumanPair> others() {
        List<HumanPair> pairs = new ArrayList<>();
        NamedValues others = own.others();
        for (int i = 0; i < Math.min(others.size(), MAX_PAIRS); i++) {
            pairs.add(other(others.key(i), others.value(i)));
        }
        if (others.size() > MAX_PAIRS) {
            pairs.add(other(keys.key("more_fields"), others.size() - MAX_PAIRS));
        }
        return pairs;
    }

    /** What many events in a row have in common: what the context binds, and the sample rate. */
    List<HumanPair> context() {
        List<HumanPair> pairs = new ArrayList<>();
        for (Field field : Fields.all()) {
            if (!own.has(field) && isHere(field) && field != Fields.SPAN_ID) { // it changes all the time
                addPair(pairs, field);
            }
        }
        NamedValues others = bound.others();
        for (int i = 0; i < others.size() && pairs.size() < MAX_PAIRS; i++) {
            if (others.value(i) != null && !own.others().has(others.key(i).name())) {
                pairs.add(other(others.key(i), others.value(i)));
            }
        }
        addPair(pairs, Fields.SAMPLE_RATE);
        return pairs;
    }

    /** What went wrong. */
    List<HumanPair> failure() {
        List<HumanPair> pairs = new ArrayList<>();
        addPair(pairs, Fields.ERROR_TYPE);
        String error = column(Fields.ERROR);
        if (error != null) {
            pairs.add(HumanPair.elastic(Fields.ERROR.name(), HumanText.value(error), LEAST_OF_ERROR));
        }
        return pairs;
    }

    /** A message that cannot pass for fields; to be asked for when the line has all its pairs. */
    String message(String message) {
        return HumanText.withoutPairs(HumanText.line(limits.clip(message)), names::isTaken);
    }

    private @Nullable Field subjectField() {
        if (value(Fields.JOB_ID) != null) {
            return Fields.JOB_ID;
        }
        return value(Fields.REQUEST_ID) != null ? Fields.REQUEST_ID : null;
    }

    private boolean isHere(Field field) {
        return field != subjectField && !ELSEWHERE.contains(field);
    }

    private void addPair(List<HumanPair> pairs, Field field) {
        HumanPair pair = pair(field);
        if (pair != null) {
            pairs.add(pair);
        }
    }

    private @Nullable HumanPair pair(Field field) {
        Object value = value(field);
        return value == null ? null : pair(field.name(), word(text(keys.key(field.name()), value)));
    }

    private HumanPair other(Key key, @Nullable Object value) {
        String shown = names.add(key.name());
        String word = word(text(key, value));
        return pair(shown, HumanNames.isRead(shown) ? word : HumanText.withoutPairs(word, names::isTaken));
    }

    private static HumanPair pair(String name, String word) {
        boolean container = word.startsWith("{") || word.startsWith("[");
        return container ? HumanPair.elastic(name, word, LEAST_OF_CONTAINER) : HumanPair.whole(name, word);
    }

    private static String word(String text) {
        return HumanText.value(HumanText.cut(text, MAX_TEXT));
    }

    private String text(Key key, @Nullable Object raw) {
        if (raw == null) {
            return "null";
        }
        return values.shown(key.visible(raw));
    }

    private @Nullable Object value(Field field) {
        int position = Fields.position(field.name());
        return own.has(field) ? own.known(position, keyValues) : bound.known(position);
    }
}
