package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.web.WebOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for answers whatever was asked: who may ask, and how they are packed. */
class ServingTest {

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,200",
        "127.0.0.1:8001,200",
        "localhost:1,200",
        "LOCALHOST,200",
        "logs.localhost,200",
        "[::1]:8001,200",
        "evil.example,403",
        "127.0.0.1.evil.example,403",
        "localhost.evil.example:8001,403",
        "169.254.169.254,403"
    })
    void aServerOfThisMachineAnswersOnlyWhoCallsItSo(String host, int status) throws IOException {
        assertThat(statusFor(host)).isEqualTo(status);
    }

    private int statusFor(String host) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        running.collector.url().getPort());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", -1)[1]);
        }
    }

    @Test
    void aRequestThatIsRefusedByItsHeadLeavesTheConnectionToTheNextOne() throws IOException {
        running.close();
        running = Running.in(folder, builder -> builder.writeToken("secret"));
        int port = running.collector.url().getPort();
        String head = "Host: 127.0.0.1:" + port + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            send(socket, "POST /_bulk HTTP/1.1\r\n" + head + "Content-Length: 6\r\n\r\n{}");
            send(socket, "\n{}\n");
            send(socket, "GET /health HTTP/1.1\r\n" + head + "Connection: close\r\n\r\n");

            assertThat(answers.lines().collect(Collectors.joining()))
                    .containsSubsequence("HTTP/1.1 401 Unauthorized", "HTTP/1.1 200 OK");
        }
    }

    @Test
    void whoSendsALongBodyLearnsThatItIsRefusedByItsHead() throws IOException {
        running.close();
        running = Running.in(folder, builder -> builder.writeToken("secret"));

        assertThat(running.client.post("/_bulk", "{}\n".repeat(3_000_000)).status())
                .isEqualTo(401);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void aNameThatIsAllowedIsOneOfTheServersOwn() throws IOException {
        running.close();
        running = Running.in(folder, builder -> builder.allowHost("Logs.Example"));

        assertThat(statusFor("logs.example:443")).isEqualTo(200);
        assertThat(statusFor("evil.example")).isEqualTo(403);
    }

    @Test
    void aPageOfAForeignSiteCantWriteEvenWithoutReadingTheAnswer() {
        String event = "{\"level\":\"info\",\"service\":\"a\"}";
        String own = running.collector.url().toString().replaceFirst("/$", "");

        assertThat(client.post(API + "/ingest", event, "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(client.post(API + "/ingest", event, "Origin", "null").status())
                .isEqualTo(403);
        assertThat(client.post(API + "/ingest", event, "Origin", own).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"127.0.0.1,none,none,false", "0.0.0.0,w,r,false", "0.0.0.0,w,none,true", "::,none,r,true"})
    void anAddressThatOthersReachIsOpenWhenATokenIsMissing(String host, String write, String read, boolean open) {
        WebOptions options = new WebOptions(
                host, Set.of(), 0, write, read, Set.of(), IngestLimits.standard(), RetentionRules.ofDays(1));

        assertThat(options.isOpenToOthers()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"gzip,true", "'br, gzip;q=0.5',true", "gzip;q=0,false", "identity,false", "none,false"})
    void largerAnswersArePackedForWhoTakesThemSo(String accepted, boolean packed) throws IOException {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"msg\":\"" + "m".repeat(5_000) + "\"}");

        for (String path : new String[] {"/query", "/export", "/trace/job/1?x=1"}) {
            var request = client.request(API + path);
            if (accepted != null) {
                request.header("Accept-Encoding", accepted);
            }
            Client.Answer answer = client.send(request.build());

            boolean empty = path.startsWith("/trace");
            assertThat(answer.header("Vary")).contains("Accept-Encoding");
            assertThat(answer.header("Content-Encoding")).isEqualTo(packed && !empty ? "gzip" : "");
            assertThat(packed && !empty ? unpacked(answer) : answer.text()).contains(empty ? "[]" : "mmm");
        }
    }

    @Test
    void aDownloadCanBeAPackedFile() throws IOException {
        client.batch("{\"level\":\"info\",\"service\":\"a\",\"msg\":\"one\"}");

        Client.Answer answer = client.send(client.request(API + "/export?format=csv&compress=gzip")
                .header("Accept-Encoding", "gzip")
                .build());

        assertThat(answer.header("Content-Disposition")).contains("logs.csv.gz");
        assertThat(answer.header("Content-Type")).isEqualTo("application/gzip");
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(unpacked(answer)).startsWith("id,timestamp,level").contains(",one,");
        assertThat(client.get(API + "/export", "compress", "zip").status()).isEqualTo(422);
    }

    @Test
    void aTableHoldsNoFormula() {
        client.batch("""
                {"level":"info","service":"+a","msg":"=HYPERLINK(\\"http://evil\\")","job_id":"@x","duration_ms":-5,
                 "error":"plain, and quoted"},
                {"level":"info","service":"a","msg":"-1","job_id":-7}""");

        String table = client.get(API + "/export", "format", "csv").text();

        assertThat(table)
                .contains(",'+a,", "\"'=HYPERLINK(\"\"http://evil\"\")\"", ",'@x,", ",-5,", "\"plain, and quoted\"")
                .contains(",'-1,", ",-7,");
    }

    private static String unpacked(Client.Answer answer) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.bytes()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
