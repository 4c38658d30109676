package io.pixsim.logging.collector.store.sqlite;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a day's file is called. A file that retention has sorted out gets a new name, since the old one may be open; of those
 * of a day the one with the highest edition counts.
 *
 * @param day the day
 * @param edition how often the day was written anew
 */
record FileName(LocalDate day, int edition) {

    private static final Pattern NAME = Pattern.compile("entries-(\\d{4}-\\d\\d-\\d\\d)(?:\\.(\\d{1,6}))?\\.sqlite");

    /** What the name of a file tells, or nothing when it is no day's file. */
    static Optional<FileName> of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            int edition = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
            return Optional.of(new FileName(LocalDate.parse(name.group(1)), edition));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    FileName next() {
        return new FileName(day, edition + 1);
    }

    Path in(Path folder) {
        return folder.resolve("entries-" + day + (edition == 0 ? "" : "." + edition) + ".sqlite");
    }
}
