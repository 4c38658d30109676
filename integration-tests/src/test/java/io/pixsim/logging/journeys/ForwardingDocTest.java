package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.ReceivedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The examples of docs/forwarding.md, compiled and run as they stand there but for the port. */
class ForwardingDocTest {

    private static final Path DOC = Path.of("..", "docs", "forwarding.md");

    private final IngestServer endpoint = IngestServer.start();

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ofSeconds(5));
        endpoint.close();
    }

    @Test
    void theCodeForwards() throws IOException {
        int port = endpoint.url().getPort();

        // docs: the first example
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(URI.create("http://localhost:" + port + "/v1/logs"))
                .endpoint(EndpointOptions.of(IngestionFormat.OTLP)
                        .with(Credentials.bearer("s3cret"))
                        .withFallback(URI.create("http://localhost:4319/v1/logs")))
                .build());
        // docs: end

        log.info("hello");
        assertThat(Logging.flush(Patience.LONG).undelivered()).isZero();
        assertThat(Docs.block(DOC, "```java\n"))
                .isEqualTo(Docs.source(ForwardingDocTest.class, "// docs: the first example")
                        .replace("\" + port + \"", "4318"));
        assertArrived();
    }

    @Test
    void theLogbackXmlForwards() throws Exception {
        String xml = Docs.block(DOC, "```xml\n")
                .replace("4318", String.valueOf(endpoint.url().getPort()));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        context.getLogger("x").info("hello");
        context.stop();

        assertArrived();
        assertThat(endpoint.batches().get(0).header("X-Scope-OrgID")).isEqualTo("tenant-1");
    }

    private void assertArrived() {
        ReceivedBatch request = endpoint.awaitBatches(1).get(0);
        assertThat(request.header("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-protobuf");
        assertThat(endpoint.events()).extracting(event -> event.get("msg")).containsExactly("hello");
    }
}
