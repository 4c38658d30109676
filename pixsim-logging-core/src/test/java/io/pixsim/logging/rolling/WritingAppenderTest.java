package io.pixsim.logging.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.status.Status;
import org.junit.jupiter.api.Test;

class WritingAppenderTest {

    private final LogFileAppender file = new LogFileAppender();

    @Test
    void aTimeToGatherThatIsNotAllowedIsToldAndTheUsualOneTaken() {
        file.setContext(new ContextBase());

        file.setGather(Duration.ofMillis(-1));
        file.setGather(Duration.ofSeconds(2));
        file.setGatherMillis(-1);
        file.setGatherMillis(1001);

        assertThat(warnings())
                .containsExactly(
                        "gather not in PT0S..PT1S: PT-0.001S; taking PT0.02S",
                        "gather not in PT0S..PT1S: PT2S; taking PT0.02S",
                        "gatherMillis not in 0..1000: -1; taking 20",
                        "gatherMillis not in 0..1000: 1001; taking 20");
    }

    @Test
    void theLeastAndTheMostToGatherAreAllowed() {
        file.setContext(new ContextBase());

        file.setGather(Duration.ZERO);
        file.setGather(WritingAppender.MOST_GATHER);
        file.setGatherMillis(0);
        file.setGatherMillis(1000);

        assertThat(warnings()).isEmpty();
    }

    private List<String> warnings() {
        return file.getContext().getStatusManager().getCopyOfStatusList().stream()
                .map(Status::getMessage)
                .toList();
    }
}
