package io.pixsim.logging.tool;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.files.LoggedEvent;

/** Leaves out lines for people that tell again what a line of JSON does: those of JSON have more, and their exact time. */
final class Retold {

    private Retold() {}

    static List<LoggedEvent> once(List<LoggedEvent> events) {
        Set<String> told = new HashSet<>();
        for (LoggedEvent event : events) {
            if (event.isJson()) {
                told.add(key(event, Fields.SERVICE));
                told.add(key(event, Fields.LOGGER));
            }
        }
        return events.stream()
                .filter(event -> event.isJson() || !told.contains(key(event, teller(event))))
                .toList();
    }

    /** Lines of the console tell a service, those of files a logger. */
    private static Field teller(LoggedEvent event) {
        return event.text(Fields.SERVICE).isPresent() ? Fields.SERVICE : Fields.LOGGER;
    }

    private static String key(LoggedEvent event, Field teller) {
        return String.join(
                "\n",
                teller.name(),
                event.text(teller).orElse(""),
                event.timestamp()
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(""),
                event.level().wireName(),
                event.stage().orElse(""));
    }
}
