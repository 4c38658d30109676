package io.pixsim.logging.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.test.canary.Canaries;
import io.pixsim.logging.test.canary.PlantCanaries;
import io.pixsim.logging.test.contract.CatalogCheck;
import io.pixsim.logging.test.contract.StageContract;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Looks at what a test has logged, right after it, while its capture is still on. */
final class VerifyExtension implements AfterTestExecutionCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(VerifyExtension.class);

    @Override
    public void afterTestExecution(ExtensionContext context) {
        LogCapture capture = CaptureExtension.of(context);
        if (capture == null || context.getExecutionException().isPresent()) {
            return;
        }
        CapturedLogs logs = capture.logs().snapshot();
        List<String> problems = problems(logs, context);
        if (!problems.isEmpty()) {
            throw new AssertionError(String.format(
                    "%d problem%s in what was logged:%n  %s%nin %s",
                    problems.size(),
                    problems.size() == 1 ? "" : "s",
                    String.join(String.format("%n  "), problems),
                    logs));
        }
    }

    private static List<String> problems(CapturedLogs logs, ExtensionContext context) {
        VerifyLogs settings = Nearest.annotation(VerifyLogs.class, context).orElseThrow();
        List<String> problems = new ArrayList<>();
        CatalogCheck catalog = new CatalogCheck(Set.of(settings.stages()));
        List<CapturedEvent> events = logs.events();
        for (int i = 0; i < events.size(); i++) {
            CapturedEvent event = events.get(i);
            if (isPlanted(event)) {
                continue;
            }
            for (String problem : catalog.problems(event.fields(), event.givenNumbered())) {
                problems.add("event " + (i + 1) + ": " + problem);
            }
        }
        if (settings.wholeJobs()) {
            problems.addAll(StageContract.problems(
                    events.stream().map(CapturedEvent::fields).toList()));
        }
        Canaries canaries = context.getStore(NAMESPACE).get(Canaries.class, Canaries.class);
        if (canaries != null) {
            problems.addAll(canaries.sightings());
        }
        return problems;
    }

    /** Planted events are made to hold what no program's should. */
    private static boolean isPlanted(CapturedEvent event) {
        String logger = event.loggerName();
        return logger.equals(Canaries.LOGGER) || logger.startsWith(Canaries.LOGGER + ".");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Canaries.class
                && Nearest.annotation(PlantCanaries.class, context).isEmpty();
    }

    @Override
    public Canaries resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LogCapture capture = CaptureExtension.of(context);
        if (capture == null) {
            throw new ParameterResolutionException(
                    "each test has its own Canaries: take them as a parameter of the test or of @BeforeEach");
        }
        CapturedLogs logs = capture.logs();
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Canaries.class,
                        any -> Canaries.unwatched()
                                .watch(
                                        "captured events",
                                        () -> String.join("\n", logs.lines()).getBytes(UTF_8)),
                        Canaries.class);
    }
}
