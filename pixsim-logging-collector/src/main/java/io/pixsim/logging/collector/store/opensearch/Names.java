package io.pixsim.logging.collector.store.opensearch;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * What things are called in the cluster.
 *
 * @param prefix what each name begins with
 */
record Names(String prefix) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT);

    /** The index of what arrives on a day. */
    String entriesOf(LocalDate day) {
        return prefix + "-entries-" + DAY.format(day);
    }

    /** All indices of entries. */
    String allEntries() {
        return prefix + "-entries-*";
    }

    /** The index template of entries. */
    String template() {
        return prefix + "-entries";
    }

    /** The lifecycle policy of entries. */
    String policy() {
        return prefix + "-entries";
    }

    /** The index of the {@link Register}. */
    String register() {
        return prefix + "-register";
    }

    /** The day that an index is for. */
    Optional<LocalDate> dayOf(String index) {
        String begin = prefix + "-entries-";
        if (!index.startsWith(begin)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(index.substring(begin.length()), DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
