package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The examples of docs/forwarding.md, compiled and run as they stand there but for the port. */
class ForwardingDocTest {

    private static final Path DOC = Path.of("..", "docs", "forwarding.md");

    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private HttpServer endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/v1/logs", exchange -> {
            exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ofSeconds(5));
        endpoint.stop(0);
    }

    @Test
    void theCodeForwards() throws IOException {
        int port = endpoint.getAddress().getPort();

        // docs: the first example
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .ingestionUrl(URI.create("http://localhost:" + port + "/v1/logs"))
                .endpoint(EndpointOptions.of(IngestionFormat.OTLP)
                        .with(Credentials.bearer("s3cret"))
                        .withFallback(URI.create("http://localhost:4319/v1/logs")))
                .build());
        // docs: end

        log.info("hello");
        assertThat(Logging.flush(Duration.ofSeconds(10)).undelivered()).isZero();
        assertThat(block("```java\n")).isEqualTo(source().replace("\" + port + \"", "4318"));
        assertArrived();
    }

    @Test
    void theLogbackXmlForwards() throws Exception {
        String xml = block("```xml\n")
                .replace("4318", String.valueOf(endpoint.getAddress().getPort()));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        context.getLogger("x").info("hello");
        context.stop();

        assertArrived();
        assertThat(requests.get(0).getFirst("X-Scope-OrgID")).isEqualTo("tenant-1");
    }

    private void assertArrived() {
        assertThat(requests).isNotEmpty();
        assertThat(requests.get(0).getFirst("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(requests.get(0).getFirst("Content-Type")).isEqualTo("application/x-protobuf");
    }

    private static String block(String fence) throws IOException {
        String text = Files.readString(DOC);
        int start = text.indexOf(fence) + fence.length();
        return text.substring(start, text.indexOf("```", start)).strip();
    }

    private static String source() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/pixsim/logging/journeys/ForwardingDocTest.java"));
        int start = source.indexOf('\n', source.indexOf("// docs: the first example")) + 1;
        return source.substring(start, source.indexOf("// docs: end", start))
                .stripIndent()
                .strip();
    }
}
