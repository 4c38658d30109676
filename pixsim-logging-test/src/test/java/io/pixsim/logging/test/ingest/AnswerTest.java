package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.GOOD;
import static io.pixsim.logging.test.ingest.Client.batchOf;
import static io.pixsim.logging.test.ingest.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestEndpoint
class AnswerTest {

    private final Client client = new Client();

    @ParameterizedTest
    @CsvSource({"500, internal_error", "503, service_unavailable", "401, unauthorized", "413, http_413"})
    void aStatusComesWithTheBackendsErrorBodyAndStoresNothing(int status, String code) throws Exception {
        try (IngestServer server = IngestServer.start()) {
            server.enqueue(Answer.status(status));

            var response = client.post(server.url(), batchOf(GOOD));

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(json(response)).containsEntry("code", code);
            assertThat(server.events()).isEmpty();
        }
    }

    @Test
    void theScriptIsPlayedInOrderAndThenTheEndpointIsWell(IngestServer server) throws Exception {
        server.enqueue(Answer.status(500), Answer.status(503));

        var first = client.post(server.url(), batchOf(GOOD));
        var second = client.post(server.url(), batchOf(GOOD));
        var third = client.post(server.url(), batchOf(GOOD));

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(server.batches()).hasSize(3);
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void theDefaultAnswerServesEveryCallTheScriptHasNoneFor(IngestServer server) throws Exception {
        server.respond(Answer.status(503));
        server.enqueue(Answer.ok());

        var first = client.post(server.url(), batchOf(GOOD));
        var second = client.post(server.url(), batchOf(GOOD));
        var third = client.post(server.url(), batchOf(GOOD));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(third.statusCode()).isEqualTo(503);
    }

    @Test
    void tooManyRequestsTellsWhenToComeAgain(IngestServer server) throws Exception {
        server.enqueue(Answer.tooManyRequests(Duration.ofSeconds(7)));

        var response = client.post(server.url(), batchOf(GOOD));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void aHangingCallIsAnsweredWhenItIsReleased(IngestServer server) throws Exception {
        server.enqueue(Answer.hang());

        var response = client.postAsync(server.url(), batchOf(GOOD));
        server.awaitBatches(1);
        boolean answeredBefore = response.isDone();
        boolean storedBefore = !server.events().isEmpty();
        server.release();

        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(answeredBefore).isFalse();
        assertThat(storedBefore).isFalse();
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void aHangingCallEndsWithoutAnAnswerWhenTheEndpointCloses() throws Exception {
        IngestServer server = IngestServer.start();
        server.respond(Answer.hang());

        var response = client.postAsync(server.url(), batchOf(GOOD));
        server.awaitBatches(1);
        server.close();

        assertThatThrownBy(response::get).hasCauseInstanceOf(IOException.class);
        assertThat(server.events()).isEmpty();
    }

    @Test
    void releasingEndsADelayEarly(IngestServer server) throws Exception {
        server.enqueue(Answer.delay(Duration.ofDays(1)));

        var response = client.postAsync(server.url(), batchOf(GOOD));
        server.awaitBatches(1);
        server.release();

        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    @Test
    void whatComesAfterTheReleaseHangsAgain(IngestServer server) throws Exception {
        server.respond(Answer.hang());
        server.release();

        var response = client.postAsync(server.url(), batchOf(GOOD));
        server.awaitBatches(1);
        boolean stored = !server.events().isEmpty();
        server.release();

        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(stored).isFalse();
    }

    @Test
    void aDelayedCallIsAnsweredInTheEnd(IngestServer server) throws Exception {
        server.enqueue(Answer.delay(Duration.ofMillis(20)));

        var response = client.post(server.url(), batchOf(GOOD));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void aBodyThatIsReadSlowlyIsStoredOnceItIsReadToItsEnd(IngestServer server) throws Exception {
        String body = batchOf(GOOD, GOOD);
        server.enqueue(Answer.readSlowly(10 * body.length()));

        var response = client.post(server.url(), body);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(server.events()).hasSize(2);
    }

    @Test
    @Timeout(60)
    void releasingHasTheRestReadAtOnce(IngestServer server) throws Exception {
        server.enqueue(Answer.readSlowly(1));

        var response = client.postAsync(server.url(), batchOf(GOOD));
        while (!response.isDone()) {
            // The call is on its way, and only one that has come can be let go.
            server.release();
            Thread.onSpinWait();
        }

        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void aClientThatGivesUpOnASlowReaderHasSentNothing(IngestServer server) throws Exception {
        server.enqueue(Answer.readSlowly(1));
        HttpRequest impatient = HttpRequest.newBuilder(server.url())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMillis(200))
                .POST(BodyPublishers.ofString(batchOf(GOOD)))
                .build();

        assertThatThrownBy(() -> client.send(impatient)).isInstanceOf(HttpTimeoutException.class);
        assertThat(server.batches()).isEmpty();
    }

    @Test
    void whatIsReadSlowlyIsCutOffWhenTheEndpointCloses() {
        IngestServer server = IngestServer.start();
        server.respond(Answer.readSlowly(1));

        var response = client.postAsync(server.url(), batchOf(GOOD));
        server.close();

        assertThatThrownBy(response::get).hasCauseInstanceOf(IOException.class);
        assertThat(server.batches()).isEmpty();
    }

    @Test
    void aCutAnswerBreaksOffAndStoresNothing(IngestServer server) {
        server.enqueue(Answer.cut());

        assertThatThrownBy(() -> client.post(server.url(), batchOf(GOOD))).isInstanceOf(IOException.class);
        assertThat(server.batches()).hasSize(1);
        assertThat(server.events()).isEmpty();
    }

    @Test
    void aProxysPageIsASuccessThatStoredNothing(IngestServer server) throws Exception {
        server.enqueue(Answer.html());

        var response = client.post(server.url(), batchOf(GOOD));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(server.events()).isEmpty();
    }

    @Test
    void aShortCountStoresTheFirstEventsOnly(IngestServer server) throws Exception {
        server.enqueue(Answer.shortCount(1));

        var response = client.post(server.url(), batchOf(GOOD.replace("good", "kept"), GOOD, GOOD));

        assertThat(json(response)).containsEntry("success", true).containsEntry("count", 1L);
        assertThat(server.events()).extracting(event -> event.get("msg")).containsExactly("kept");
    }

    @Test
    void aShortCountIsNeverMoreThanWasSent(IngestServer server) throws Exception {
        server.enqueue(Answer.shortCount(5));

        var response = client.post(server.url(), batchOf(GOOD));

        assertThat(json(response)).containsEntry("count", 1L);
    }

    @Test
    void valuesThatNoAnswerCanHaveAreRefused() {
        assertThatThrownBy(() -> Answer.status(199)).hasMessage("status not in 200..599: 199");
        assertThatThrownBy(() -> Answer.shortCount(-1)).hasMessage("count < 0: -1");
        assertThatThrownBy(() -> Answer.readSlowly(0)).hasMessage("bytesPerSecond < 1: 0");
    }
}
