package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.junit.jupiter.api.Test;

/** Events that are not sent, each for a reason that is counted. */
class UnsentEventsTest extends AppenderFixture {

    @Test
    void aLineAfterTheEndIsCounted() {
        HttpAppender appender = started(a -> {});
        JsonLinesEncoder lines = new JsonLinesEncoder();
        lines.setContext(context);
        lines.start();
        appender.stop();

        lines.encode(
                new LoggingEvent("fqcn", context.getLogger("io.pixsim.jobs"), Level.INFO, "late", null, null),
                appender::append);

        assertNothingSentBut(appender, DropReason.CLOSED);
    }

    @Test
    void anEventOfALibraryThreadIsCountedAndNotSent() throws InterruptedException {
        HttpAppender appender = started(a -> {});
        Thread own = new LibraryThread("test", () -> logger("io.pixsim.jobs").error("about the delivery itself"));

        own.start();
        own.join();

        assertNothingSentBut(appender, DropReason.OWN_EVENT);
    }

    @Test
    void anEventOfTheHttpClientIsCountedAndNotSent() {
        HttpAppender appender = started(a -> {});

        logger("okhttp3.OkHttpClient").warn("a connection was leaked");

        assertNothingSentBut(appender, DropReason.OWN_EVENT);
    }

    @Test
    void anEventThatIsTooLargeForABatchIsCounted() {
        HttpAppender appender = started(a -> a.setMaxStringLength(3_000_000));

        logger("io.pixsim.jobs").info("x".repeat(2_000_000));

        assertNothingSentBut(appender, DropReason.OVERSIZE);
    }

    @Test
    void anEventThatCannotBeEncodedIsCountedAndTheCallerNeverLearnsOfIt() {
        HttpAppender appender = started(a -> {});
        LoggingEvent broken =
                new LoggingEvent("fqcn", context.getLogger("io.pixsim.jobs"), Level.INFO, "hello", null, null) {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no message");
                    }

                    @Override
                    public long getTimeStamp() {
                        throw new IllegalStateException("no time either");
                    }
                };

        appender.doAppend(broken);

        assertNothingSentBut(appender, DropReason.ENCODING_FAILED);
    }

    @Test
    void anEventLoggedAfterTheStopIsCounted() {
        HttpAppender appender = started(a -> {});
        appender.stop();

        logger("io.pixsim.jobs").info("too late");

        assertNothingSentBut(appender, DropReason.CLOSED);
    }

    private void assertNothingSentBut(HttpAppender appender, DropReason reason) {
        appender.flush(LONG);
        assertThat(endpoint.requests()).isEmpty();
        assertThat(appender.stats().accepted()).isEqualTo(1);
        assertThat(appender.stats().dropped()).isEqualTo(Map.of(reason, 1L));
    }
}
