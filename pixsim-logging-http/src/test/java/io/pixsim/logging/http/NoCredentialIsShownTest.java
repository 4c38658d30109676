package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.Status;
import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One word stands in for every credential, and is searched for in everything that the library says. */
class NoCredentialIsShownTest {

    private static final String SECRET = "hunter2";

    private final LoggerContext context = Contexts.fresh();

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 307, 400, 401, 403, 407, 413, 500, 503})
    void whateverAnEndpointAnswersNoCredentialIsTold(int status) {
        PrintStream stderr = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (WebServer server = WebServer.start(request -> Reply.json(status, "{\"detail\":\"" + SECRET + "\"}")
                .with("Location", "http://" + SECRET + "@elsewhere/"))) {
            int port = server.port();
            if (status == 0) {
                server.close();
            }
            HttpAppender appender = appender("http://user:" + SECRET + "@localhost:" + port + "/?key=" + SECRET);
            appender.start();
            context.getLogger("ROOT").addAppender(appender);
            context.getLogger("x").info("hello");
            appender.flush(Duration.ofMillis(300));

            assertThat(appender.stats().toString()).doesNotContain(SECRET);
            assertThat(appender.toString()).doesNotContain(SECRET);
            assertThat(appender.close(Duration.ZERO).toString()).doesNotContain(SECRET);
        } finally {
            System.setErr(stderr);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
        assertThat(statuses()).allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
    }

    @Test
    void noValueThatHoldsOneShowsIt() {
        KeyFile keys = new KeyFile(Path.of("keys.p12"), SECRET);
        URI url = URI.create("https://user:" + SECRET + "@host:1/path?key=" + SECRET);
        Connection connection = Connection.DEFAULT.withProxy(URI.create("http://u:" + SECRET + "@proxy:1"));
        EndpointOptions options = EndpointOptions.DEFAULT
                .with(new Credentials(Optional.of(SECRET), Optional.of(() -> Map.of("X-Key", SECRET))))
                .with(connection)
                .withFallback(url);
        Forwarding forwarding = new Forwarding(url, OptionalInt.of(10), Duration.ofSeconds(1), options);

        for (Object value : List.of(keys, connection, options, options.credentials(), forwarding)) {
            assertThat(value.toString()).doesNotContain(SECRET);
        }
        assertThat(forwarding.toString()).contains("https://host:1/path");
    }

    private HttpAppender appender(String url) {
        HttpAppender appender = new HttpAppender();
        appender.setContext(context);
        appender.setName("http");
        appender.setUrl(url);
        appender.addFallbackUrl(url);
        appender.setToken(SECRET);
        appender.addHeader("X-Api-Key: " + SECRET);
        return appender;
    }

    private List<String> statuses() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .map(Status::getMessage)
                .toList();
    }
}
