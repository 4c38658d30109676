package io.pixsim.logging.process;

import java.util.List;
import java.util.Map;

import io.pixsim.logging.LoggedEvents;

/** Real children, and what was logged of them. */
abstract class ProcessFixture {

    final LoggedEvents logged = new LoggedEvents();

    JobProcess.Builder process(String... arguments) {
        return JobProcess.builder(logged.logger(), Child.command(arguments));
    }

    Map<String, Object> end() {
        List<Map<String, Object>> events = logged.events();
        return events.get(events.size() - 1);
    }

    List<Map<String, Object>> lines(String stream) {
        return logged.events().stream()
                .filter(event -> stream.equals(event.get("stream")))
                .toList();
    }
}
