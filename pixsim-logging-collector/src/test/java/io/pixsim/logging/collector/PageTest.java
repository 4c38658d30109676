package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the page is served. */
class PageTest {

    private static final Pattern FILE = Pattern.compile("\"(page/[0-9a-f]{16}/[^\"]+)\"");
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("js", "text/javascript;charset=utf-8", "css", "text/css;charset=utf-8", "svg", "image/svg+xml");

    @TempDir
    static Path folder;

    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        running = Running.in(folder, builder -> builder.readToken("secret"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** As a browser asks: clients of a search engine ask for something else there. */
    private static HttpRequest.Builder asked() {
        return running.client.request("/").header("Accept", "text/html,*/*;q=0.8");
    }

    private static Client.Answer shell() {
        return running.client.send(asked().build());
    }

    @Test
    void theShellIsThereWithoutAToken() {
        Client.Answer shell = shell();

        assertThat(shell.status()).isEqualTo(200);
        assertThat(shell.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(shell.text()).startsWith("<!doctype html>").doesNotContain("@version@");
        assertThat(running.client.get("/api/v1/logs/query").status()).isEqualTo(401);
    }

    @Test
    void whatThePageMayDoStandsInItsHeaders() {
        Client.Answer shell = shell();

        assertThat(shell.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(shell.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shell.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void eachFileThatTheShellNamesIsServedForEver() {
        List<String> files = FILE.matcher(shell().text())
                .results()
                .map(file -> file.group(1))
                .toList();

        assertThat(files).hasSizeGreaterThan(30).allSatisfy(file -> {
            Client.Answer answer = running.client.get("/" + file);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type"))
                    .isEqualTo(MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.bytes()).isNotEmpty();
        });
    }

    @Test
    void theShellIsAskedForAgainAndNotSentAgain() {
        Client.Answer shell = shell();

        Client.Answer again = running.client.send(
                asked().header("If-None-Match", shell.header("ETag")).build());

        assertThat(shell.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(shell.header("Vary")).contains("Accept,");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void whoTakesGzipGetsTheShellInLess() {
        Client.Answer packed = packed("/");

        assertThat(isPacked(packed)).isTrue();
        assertThat(packed.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(packed.bytes().length).isLessThan(shell().bytes().length);
        assertThat(unpacked(packed)).isEqualTo(shell().bytes());
    }

    @Test
    void noFileIsPackedTwice() {
        List<String> files = FILE.matcher(shell().text())
                .results()
                .map(file -> file.group(1))
                .toList();

        List<Client.Answer> packed = files.stream()
                .map(file -> packed("/" + file))
                .filter(PageTest::isPacked)
                .toList();

        assertThat(packed).hasSizeGreaterThan(files.size() / 2);
        assertThat(files).allSatisfy(file -> {
            Client.Answer answer = packed("/" + file);
            assertThat(isPacked(answer) ? unpacked(answer) : answer.bytes())
                    .isEqualTo(running.client.get("/" + file).bytes());
        });
    }

    private static boolean isPacked(Client.Answer answer) {
        return answer.header("Content-Encoding").equals("gzip");
    }

    private static Client.Answer packed(String path) {
        return running.client.send(running.client
                .request(path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Encoding", "gzip, br")
                .build());
    }

    private static byte[] unpacked(Client.Answer packed) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("not packed: " + packed.text(), e);
        }
    }

    @Test
    void itIsReadOnly() {
        Client.Answer answer = running.client.send(
                running.client.request("/").POST(BodyPublishers.noBody()).build());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void nothingElseIsAFile() {
        String file = FILE.matcher(shell().text()).results().toList().get(0).group(1);

        assertThat(List.of(
                        "/index.html",
                        "/page/",
                        "/page/0000000000000000/main.js",
                        "/" + file + "/..",
                        "/page/../main.js"))
                .allSatisfy(
                        path -> assertThat(running.client.get(path).status()).isBetween(400, 404));
    }
}
