package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** A context that is set up by a {@code logback.xml}, and what it has written. */
abstract class XmlFixture {

    @TempDir
    Path folder;

    final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    List<String> messages(String file) throws IOException {
        return lines(file).stream()
                .map(line -> line.replaceAll(".*\"msg\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    void configure(String xml) throws JoranException {
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.formatted(folder).getBytes(StandardCharsets.UTF_8)));
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    void assertNoComplaint() {
        assertThat(messages(Status.WARN)).isEmpty();
        assertThat(messages(Status.ERROR)).isEmpty();
    }

    List<String> messages(int level) {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() == level)
                .map(Status::getMessage)
                .toList();
    }
}
