package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.http.endpoint.Certificates;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.http.endpoint.WebServer.Request;
import io.pixsim.logging.sink.KeyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of logback.xml that say how an endpoint is spoken to, each seen from the other end of the wire. */
class EndpointSettingsTest {

    private final LoggerContext context = Contexts.fresh();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void theFormatTheTokenAndTheHeadersReachTheRequest() throws JoranException {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{\"errors\":false}"))) {
            logOnce(server, """
                    <format>Bulk</format>
                    <token>s3cret</token>
                    <header>X-Scope-OrgID: tenant-1</header>
                    <header>VL-Stream-Fields: service</header>
                    <index>logs-mine</index>
                    <compression>none</compression>
                    """);

            Request request = server.requests().get(0);
            assertThat(request.header("Authorization")).isEqualTo("Bearer s3cret");
            assertThat(request.header("X-Scope-OrgID")).isEqualTo("tenant-1");
            assertThat(request.header("VL-Stream-Fields")).isEqualTo("service");
            assertThat(request.text()).startsWith("{\"create\":{\"_index\":\"logs-mine\"");
        }
    }

    @Test
    void aPixSimBatchCanBePackedAndHaveNaiveTimestamps() throws JoranException {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"))) {
            logOnce(server, "<compression>gzip</compression><naiveTimestamps>true</naiveTimestamps>");

            assertThat(server.requests().get(0).isPacked()).isTrue();
            assertThat(server.requests().get(0).text())
                    .containsPattern("\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\",");
        }
    }

    @Test
    void aFallbackIsAskedWhenTheFirstIsDown() throws JoranException {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"))) {
            Xml.configure(context, "http://127.0.0.1:1/", "<fallbackUrl>" + server.url("/second") + "</fallbackUrl>");
            context.getLogger("x").info("hello");
            context.stop();

            assertThat(server.requests()).hasSize(1);
            assertThat(statuses()).isEmpty();
        }
    }

    @Test
    void aProxyIsGoneThrough() throws JoranException {
        try (WebServer proxy = WebServer.start(request -> Reply.json(200, "{}"))) {
            Xml.configure(
                    context,
                    "http://logs.invalid/ingest",
                    "<proxy>http://user:hunter2@localhost:" + proxy.port() + "</proxy><timeout>5s</timeout>"
                            + "<connectTimeout>500 ms</connectTimeout>");
            context.getLogger("x").info("hello");
            context.stop();

            assertThat(proxy.requests().get(0).header("Proxy-Authorization"))
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("user:hunter2".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void filesOfKeysAreUsed(@TempDir Path folder) throws Exception {
        KeyFile server = Certificates.selfSigned(folder, "server");
        KeyFile client = Certificates.selfSigned(folder, "client");
        try (WebServer endpoint = WebServer.startTls(
                Certificates.tls(server, client).context(), true, request -> Reply.json(200, "{}"))) {
            logOnce(endpoint, """
                    <keyStore>%s</keyStore><keyStorePassword>%s</keyStorePassword>
                    <trustStore>%s</trustStore><trustStorePassword>%s</trustStorePassword>
                    """.formatted(client.file(), client.password(), server.file(), server.password()));

            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <format>xml</format>                    | format is not pixsim, otlp or bulk: xml
            <compression>zip</compression>          | compression is not auto, gzip or none: zip
            <index>two words</index>                | index is not visible ASCII without quotes: two words
            <timeout>soon</timeout>                 | timeout is not a span of time such as 5s: soon
            <connectTimeout>0</connectTimeout>      | connectTimeout <= 0: 0
            <fallbackUrl>ftp://u:hunter2@h/</fallbackUrl> | fallbackUrl is not http(s)://host…
            <fallbackUrl>http://u:hun ter2@h/</fallbackUrl> | fallbackUrl is not a URL
            <proxy>https://u:hunter2@h:1/</proxy>   | proxy is not http://host:port
            <token>hunter2 hunter2</token>          | token holds a character that no header may have, or nothing
            <header>hunter2</header>                | header is not name: value
            <header>X Key: hunter2</header>         | header holds a character that no header may have
            <header>X-Key: hünter2</header>         | header holds a character that no header may have
            <keyStore>no.p12</keyStore>             | keyStore no.p12 can't be used: no such file
            <trustStore>no.p12</trustStore>         | trustStore no.p12 can't be used: no such file
            <batchSize>501</batchSize>              | batchSize not in 1..500: 501
            <flushInterval>5 parsecs</flushInterval> | flushInterval is not a span of time such as 5s: 5 parsecs
            <flushInterval>0</flushInterval>        | flushInterval <= 0: 0
            <inFlight>0</inFlight>                  | inFlight not in 1..16: 0
            <queueBytes>0</queueBytes>              | queueBytes not in 1..549755813887: 0
            <queueBytes>549755813888</queueBytes>   | queueBytes not in 1..549755813887: 549755813888
            <deliveryDeadline>never</deliveryDeadline> | deliveryDeadline is not a span of time such as 5s: never
            <spoolDir>x</spoolDir><spoolBytes>1000</spoolBytes> | spoolBytes < 1048576: 1000
            <spoolDir>x</spoolDir><spoolAge>old</spoolAge> | spoolAge is not a span of time such as 5s: old
            """)
    void aWrongSettingIsToldInOneLineThatHoldsNoCredential(String setting, String told) throws JoranException {
        Xml.configure(context, "http://user:hunter2@127.0.0.1:1/", setting);

        assertThat(statuses()).containsExactly("HttpAppender [HTTP] forwards nothing: " + told);
    }

    private void logOnce(WebServer server, String settings) throws JoranException {
        Xml.configure(context, server.url("/ingest/logs/_bulk").toString(), settings);
        context.getLogger("io.pixsim.jobs").info("x".repeat(2000));
        context.stop();
        assertThat(statuses()).isEmpty();
    }

    private List<String> statuses() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() > Status.INFO)
                .map(Status::getMessage)
                .toList();
    }
}
