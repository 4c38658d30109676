package io.pixsim.logging.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pixsim.logging.Logging;
import io.pixsim.logging.journeys.Docs;
import io.pixsim.logging.metrics.LoggingMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example of docs/recipes/metrics.md, compiled and run as it stands there, and its table of meters. */
class MetricsRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "metrics.md");
    private static final Pattern METER = Pattern.compile("`((?:pixsim\\.logging)?\\.[a-z.]+)`(?=[^|]*\\|)");

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void theExampleCountsWhatIsLogged() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Logging.configure("worker").info("hello");

        // docs: metrics
        new LoggingMetrics(Logging::stats).bindTo(registry);
        // docs: end

        assertThat(registry.get("pixsim.logging.events").functionCounter().count())
                .isEqualTo(1);
        assertThat(Docs.block(DOC, "```java\n")).isEqualTo(Docs.source(MetricsRecipeTest.class, "// docs: metrics"));
        assertThat(named()).isEqualTo(bound(registry));
    }

    private static Set<String> bound(SimpleMeterRegistry registry) {
        Set<String> names = new TreeSet<>();
        registry.getMeters().forEach(meter -> names.add(meter.getId().getName()));
        return names;
    }

    /** Names in a row's first cell; those after the first leave out what they share with it. */
    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(DOC)) {
            Matcher meter =
                    METER.matcher(line.startsWith("| `pixsim") ? line.substring(0, line.indexOf('|', 2) + 1) : "");
            String shared = "";
            while (meter.find()) {
                String name = meter.group(1);
                if (name.startsWith("pixsim")) {
                    String[] parts = name.split("\\.", -1);
                    shared = parts[0] + "." + parts[1] + "." + parts[2];
                    names.add(name);
                } else {
                    names.add(shared + name);
                }
            }
        }
        return names;
    }
}
