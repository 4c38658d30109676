package io.pixsim.logging.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.journeys.Docs;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The examples of docs/recipes/migrating-from-logstash-logback-encoder.md, read by Logback and run as they stand there. */
class LogstashRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "migrating-from-logstash-logback-encoder.md");

    // docs: field
    static final IntegerField SCENE = Field.integer("scene_number", "Which scene of the video");
    // docs: end

    @Test
    void bothWaysToPassAFieldWriteTheSame() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        LoggerContext context = new LoggerContext();
        try {
            context.setMDCAdapter(MDC.getMDCAdapter());
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(
                    new ByteArrayInputStream(Docs.block(DOC, "```xml\n").getBytes(StandardCharsets.UTF_8)));
            Logger log = context.getLogger("worker");

            // docs: calls
            log.info("scene rendered", SCENE.of(2));
            log.atInfo().addKeyValue("scene_number", 2).log("scene rendered");
            // docs: end
        } finally {
            context.stop();
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"msg\":\"scene rendered\",\"service\":\"worker\"")
                        && line.contains("\"scene_number\":2"));
        assertThat(Docs.block(DOC, "```java\n"))
                .isEqualTo(Docs.source(LogstashRecipeTest.class, "// docs: field") + "\n\n"
                        + Docs.source(LogstashRecipeTest.class, "// docs: calls"));
    }
}
