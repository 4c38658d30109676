package io.pixsim.logging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import ch.qos.logback.core.status.Status;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import org.junit.jupiter.api.Test;

/** An appender that forwards nothing, as it was not started or set up wrongly. */
class UnstartedAppenderTest extends AppenderFixture {

    @Test
    void anAppenderThatWasNeverStartedHoldsNothing() {
        HttpAppender appender = new HttpAppender();
        appender.stop();

        assertThat(appender.flush(LONG)).isEqualTo(DeliveryResult.NOTHING);
        assertThat(appender.close(LONG)).isEqualTo(DeliveryResult.NOTHING);
        assertThat(appender.stats()).isEqualTo(DeliveryStats.NONE);
    }

    @Test
    void aMissingUrlIsAWarningAndNoError() {
        HttpAppender appender = appender(a -> {});

        appender.start();

        assertThat(appender.isStarted()).isFalse();
        assertWarned("HttpAppender [http] forwards nothing: url is not set");
    }

    @Test
    void aUrlThatIsNoneIsAWarningThatDoesNotQuoteIt() {
        for (String url : List.of("http://user:hunter2@", "ftp://user:hunter2@host/", "http://user:hun ter2@host")) {
            HttpAppender appender = appender(a -> a.setUrl(url));

            appender.start();

            assertThat(appender.isStarted()).isFalse();
            assertThat(statuses())
                    .allSatisfy(status -> assertThat(status.getMessage()).doesNotContain("hun"));
        }
        assertThat(statuses()).hasSize(3).allMatch(status -> status.getEffectiveLevel() == Status.WARN);
    }

    @Test
    void aNumberOutOfRangeIsAWarningThatNamesItAndTheRange() {
        appender(a -> {
                    a.setUrl(endpoint.url());
                    a.setBatchSize(0);
                })
                .start();
        appender(a -> {
                    a.setUrl(endpoint.url());
                    a.setQueueBytes(0);
                })
                .start();
        appender(a -> {
                    a.setUrl(endpoint.url());
                    a.setInFlight(17);
                })
                .start();

        assertWarned(
                "HttpAppender [http] forwards nothing: batchSize not in 1..500: 0",
                "HttpAppender [http] forwards nothing: queueBytes not in 1..549755813887: 0",
                "HttpAppender [http] forwards nothing: inFlight not in 1..16: 17");
    }

    private void assertWarned(String... messages) {
        assertThat(statuses()).allMatch(status -> status.getEffectiveLevel() == Status.WARN);
        assertThat(statuses().stream().map(Status::getMessage)).containsExactly(messages);
    }

    private List<Status> statuses() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() > Status.INFO)
                .toList();
    }
}
