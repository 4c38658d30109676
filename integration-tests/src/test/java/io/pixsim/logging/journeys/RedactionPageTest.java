package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.redact.Detector;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Safe;
import io.pixsim.logging.redact.Secret;
import io.pixsim.logging.redact.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The examples of docs/redaction.md, compiled and run as they stand there. */
class RedactionPageTest {

    private static final Path PAGE = Path.of("..", "docs", "redaction.md");
    private static final Path SOURCE = Path.of("src/test/java/io/pixsim/logging/journeys/RedactionPageTest.java");

    // page: the record
    record Account(String user, @Sensitive String answer) {}
    // page: end

    @TempDir
    Path folder;

    @Test
    void thePolicyHidesWhatItSays() throws IOException {
        // page: the policy
        RedactionPolicy policy = RedactionPolicy.builder()
                .addKey("render_ticket")
                .allowKey("csrf_token")
                .addDetector(Detector.of("ticket", (text, found) -> {
                    int at = text.indexOf("TCK-");
                    if (at >= 0) {
                        found.hide(at, Math.min(text.length(), at + 12));
                    }
                }))
                .build();
        Logger log = Logging.configure(
                LoggingOptions.forService("worker").redaction(policy).build());
        // page: end
        Path file = folder.resolve("worker.log");
        Logging.configure(
                LoggingOptions.forService("worker").redaction(policy).file(file).build());

        log.info("RenderTicket=r1x csrf_token=c1x for TCK-12345678 of anna");
        long tickets = Logging.stats().redacted().getOrDefault("ticket", 0L);
        Logging.shutdown(Duration.ofSeconds(5));

        assertThat(Files.readString(file))
                .contains("RenderTicket=***redacted*** csrf_token=c1x for ***redacted*** of anna");
        assertThat(tickets).isEqualTo(1); // console and file share the line
        assertThat(Files.readString(PAGE)).contains(part("the policy"));
    }

    @Test
    void theTypesHideAndShowWhatTheySay() throws IOException {
        Path file = folder.resolve("worker.log");
        Logger log =
                Logging.configure(LoggingOptions.forService("worker").file(file).build());

        // page: the types
        log.atInfo()
                .addKeyValue("account", new Account("anna", "blue"))
                .addKeyValue("upload", Secret.of("s3cr3t"))
                .addKeyValue("password", Safe.of("set"))
                .log("signed in");
        // page: end
        Logging.shutdown(Duration.ofSeconds(5));

        assertThat(Files.readString(file))
                .contains("\"account\":{\"user\":\"anna\",\"answer\":\"***redacted***\"}")
                .contains("\"upload\":\"***redacted***\"")
                .contains("\"password\":\"set\"");
        assertThat(Files.readString(PAGE)).contains(part("the record"), part("the types"));
    }

    private static String part(String name) throws IOException {
        String source = Files.readString(SOURCE);
        int start = source.indexOf('\n', source.indexOf("// page: " + name)) + 1;
        return source.substring(start, source.indexOf("// page: end", start))
                .stripIndent()
                .strip();
    }
}
