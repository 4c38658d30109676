package io.pixsim.logging.test;

import java.util.List;
import java.util.stream.Stream;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes with the real engine. */
public final class Engine {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    private Engine() {}

    /** One test after the other. */
    public static EngineExecutionResults run(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectors(classes))
                .execute();
    }

    /** One test. */
    public static EngineExecutionResults run(Class<?> type, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectMethod(type, method))
                .execute();
    }

    /** All tests of all classes at the same time, as far as their locks allow it. */
    static EngineExecutionResults runInParallel(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectors(classes))
                .configurationParameter(PARALLEL + "enabled", "true")
                .configurationParameter(PARALLEL + "mode.default", "concurrent")
                .configurationParameter(PARALLEL + "mode.classes.default", "concurrent")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", "8")
                .execute();
    }

    /** What the tests that failed say. */
    public static List<String> failures(EngineExecutionResults results) {
        return results.allEvents()
                .finished()
                .failed()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(String::valueOf)
                .toList();
    }

    static long succeeded(EngineExecutionResults results) {
        try (Stream<Event> events = results.testEvents().succeeded().stream()) {
            return events.count();
        }
    }

    private static DiscoverySelector[] selectors(Class<?>... classes) {
        return Stream.of(classes).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new);
    }
}
