package io.pixsim.logging.test.assertj;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.contract.EventSchema;
import io.pixsim.logging.test.contract.SecretCheck;

/** What is asked of every event, and which do not keep to it. */
final class EventChecks {

    private EventChecks() {}

    static List<String> violations(List<CapturedEvent> events) {
        return each(events, event -> EventSchema.violations(event.fields()));
    }

    static List<String> secrets(List<CapturedEvent> events) {
        SecretCheck check = new SecretCheck();
        return each(
                events,
                event -> check.shown(event.fields()).stream()
                        .map(path -> "field " + path + " shows what is to be hidden")
                        .toList());
    }

    private static List<String> each(List<CapturedEvent> events, Function<CapturedEvent, List<String>> check) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            for (String problem : check.apply(events.get(i))) {
                told.add("event " + (i + 1) + ": " + problem);
            }
        }
        return told;
    }
}
