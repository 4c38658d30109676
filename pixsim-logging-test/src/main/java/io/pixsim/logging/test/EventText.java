package io.pixsim.logging.test;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;

/** Prints events for who reads a failed test. */
final class EventText {

    private static final int MOST = 100;
    private static final int LONGEST_VALUE = 200;

    /** What stands in the line anyway, or differs from run to run and tells nothing. */
    private static final Set<String> LEFT_OUT = List.of(
                    Fields.TIMESTAMP,
                    Fields.LEVEL,
                    Fields.MSG,
                    Fields.STAGE,
                    Fields.SERVICE,
                    Fields.ENV,
                    Fields.LOGGER,
                    Fields.THREAD,
                    Fields.EXCEPTION)
            .stream()
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    private EventText() {}

    static String of(CapturedEvent event) {
        StringJoiner text = new StringJoiner(" ");
        text.add(String.format("%-8s", event.severity()));
        Stage stage = event.stage();
        if (stage != null) {
            text.add(stage.getName());
        }
        text.add('"' + event.message() + '"');
        event.fields().forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                text.add(name + "=" + shortened(String.valueOf(value)));
            }
        });
        return text.toString();
    }

    static String of(String kind, List<CapturedEvent> events) {
        StringBuilder text = new StringBuilder(events.size() + " captured event" + (events.size() == 1 ? "" : "s"));
        text.append(kind).append(events.isEmpty() ? "" : ":");
        for (int i = 0; i < Math.min(MOST, events.size()); i++) {
            text.append(String.format("%n  %2d. %s", i + 1, events.get(i)));
        }
        if (events.size() > MOST) {
            text.append(String.format("%n  and %d more", events.size() - MOST));
        }
        return text.toString();
    }

    /** What a failed test logged: the end tells most. */
    static String whole(CapturedLogs logs) {
        List<CapturedEvent> events = logs.events();
        int leftOut = Math.max(0, events.size() - MOST);
        if (leftOut == 0) {
            return logs.toString();
        }
        StringBuilder text = new StringBuilder(events.size() + " events, the last " + MOST + " of which are:");
        for (int i = leftOut; i < events.size(); i++) {
            text.append(String.format("%n  %2d. %s", i + 1, events.get(i)));
        }
        return text.toString();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
