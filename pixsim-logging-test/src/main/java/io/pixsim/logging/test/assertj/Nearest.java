package io.pixsim.logging.test.assertj;

import java.util.List;

import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;

/** What came nearest to an event that is not there; an empty text when nothing did. */
final class Nearest {

    private Nearest() {}

    static String toStageAndMessage(CapturedLogs logs, Stage stage, String message) {
        List<CapturedEvent> atStage = logs.atStage(stage).events();
        if (!atStage.isEmpty()) {
            return "; at that stage was said "
                    + atStage.stream().map(CapturedEvent::message).distinct().toList() + ",";
        }
        List<CapturedEvent> saying = logs.withMessage(message).events();
        return saying.isEmpty()
                ? ""
                : "; that was said at stage "
                        + saying.stream().map(CapturedEvent::stage).distinct().toList() + ",";
    }

    static String toField(CapturedLogs logs, String name) {
        List<Object> values = logs.events().stream()
                .filter(event -> event.fields().containsKey(name))
                .map(event -> (Object) String.valueOf(event.field(name)))
                .distinct()
                .toList();
        return values.isEmpty() ? "; no event has that field" : "; the values of that field are " + values + ",";
    }
}
