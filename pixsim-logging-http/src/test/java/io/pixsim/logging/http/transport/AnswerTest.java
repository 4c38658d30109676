package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import io.pixsim.logging.http.wire.AnswerBody;
import io.pixsim.logging.http.wire.BulkDocuments;
import io.pixsim.logging.http.wire.OtlpLogs;
import io.pixsim.logging.http.wire.PixSimBatch;
import io.pixsim.logging.http.wire.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final Shipment SENT = new Shipment(
            "b",
            Stream.generate(() -> "{}".getBytes(StandardCharsets.UTF_8))
                    .limit(10)
                    .toList());
    private static final Shipment TWO = new Shipment("b", SENT.events().subList(0, 2));
    private static final Duration ASKED = Duration.ofSeconds(3);
    private static final WireFormat PIXSIM = new PixSimBatch(false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"success":true,"log_id":null,"count":10,"message":"ok"} | 10
                    {"success":true,"count":3}                               | 3
                    {"success":true,"count":99}                              | 10
                    {"success":true}                                         | 10
                    {"success":true,"count":null}                            | 10
                    {"count":"ten"}                                          | 10
                    {"success":true,"cou                                     | 10
                    {"accepted":10}                                          | 10
                    ''                                                       | 10
                    """)
    void aYesTellsHowManyAreStoredAndMeansAllWhenItDoesNot(String body, int stored) {
        assertThat(json(200, body).outcome(SENT, PIXSIM)).isEqualTo(new Delivered(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":true,\"count\":0}", "{\"success\":false}", "{\"count\":-1}"})
    void aYesWithNothingStoredLeavesOpenWhoIsToBlame(String body) {
        assertThat(json(200, body).outcome(SENT, PIXSIM)).isEqualTo(new Unstored("nothing stored", ASKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"ok\"", "10"})
    void jsonOfAnotherKindIsNoYes(String body) {
        assertThat(json(200, body).outcome(SENT, PIXSIM)).isInstanceOf(Retryable.class);
    }

    @Test
    void aPageOfAProxyIsNoYesInAnyFormat() {
        Answer page = answer(200, "text/html", "<html>Please log in</html>");

        for (WireFormat format : List.of(PIXSIM, new OtlpLogs(), new BulkDocuments(Optional.empty()))) {
            assertThat(page.outcome(SENT, format))
                    .isEqualTo(new Retryable("an answer that is not of such an endpoint", Answer.MISCONFIGURED_PAUSE));
        }
    }

    @Test
    void aYesWithoutAWordIsOneExceptFromTheBulkApi() {
        Answer empty = answer(204, "", "");

        assertThat(empty.outcome(SENT, PIXSIM)).isEqualTo(new Delivered(10));
        assertThat(empty.outcome(SENT, new OtlpLogs())).isEqualTo(new Delivered(10));
        assertThat(empty.outcome(SENT, new BulkDocuments(Optional.empty()))).isInstanceOf(Retryable.class);
    }

    @Test
    void jsonIsKnownByItsFirstCharacterWhenTheTypeIsMissing() {
        assertThat(answer(200, "", "{\"count\":4}").outcome(SENT, PIXSIM)).isEqualTo(new Delivered(4));
    }

    @Test
    void aYesWithoutAnEndIsNotTakenForOne() {
        Answer endless = new Answer(200, new AnswerBody("application/json", new byte[10]), true, Duration.ZERO);

        assertThat(endless.outcome(SENT, PIXSIM))
                .isEqualTo(new Unstored("an answer without an end", Answer.MISCONFIGURED_PAUSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void whatTheEventsAreRefusedForIsToldAndNotTriedAgainAsItIs(int status) {
        assertThat(json(status, "{\"detail\":\"no\nroom\"}").outcome(SENT, PIXSIM))
                .isEqualTo(new Rejected(status, "{\"detail\":\"no room\"}"));
    }

    @Test
    void whatIsTooLargeIsSoWhoeverSaysIt() {
        assertThat(answer(413, "text/html", "<html>too large</html>").outcome(SENT, PIXSIM))
                .isEqualTo(new TooLarge(413));
    }

    @Test
    void a400ThatIsNotOfTheEndpointMayBeAMistakeOfTheTransport() {
        Answer foreign = answer(400, "text/plain", "Invalid HTTP request received.");

        assertThat(foreign.outcome(SENT, PIXSIM)).isEqualTo(new Unstored("HTTP 400", ASKED));
        assertThat(foreign.outcome(SENT, new OtlpLogs())).isEqualTo(new Unstored("HTTP 400", ASKED));
    }

    @Test
    void a500LeavesOpenWhoIsToBlame() {
        assertThat(json(500, "{}").outcome(SENT, PIXSIM)).isEqualTo(new Unstored("HTTP 500", ASKED));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 502, 503, 504})
    void aBusyEndpointIsTriedAgainWhenItAsksToBe(int status) {
        assertThat(json(status, "{}").outcome(SENT, PIXSIM)).isEqualTo(new Retryable("HTTP " + status, ASKED));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 404, 405, 415})
    void whatIsSetUpWronglyIsTriedAgainSlowly(int status) {
        assertThat(json(status, "{}").outcome(SENT, PIXSIM))
                .isEqualTo(new Retryable("HTTP " + status, Answer.MISCONFIGURED_PAUSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407})
    void whoIsNotLetInIsTold(int status) {
        assertThat(json(status, "{}").outcome(SENT, PIXSIM))
                .isEqualTo(new Denied("HTTP " + status, Answer.MISCONFIGURED_PAUSE));
    }

    @Test
    void theBulkApiTellsEventByEvent() {
        Answer answer = json(200, """
                {"errors":true,"items":[{"create":{"status":429}},
                {"create":{"status":400,"error":{"type":"mapper","reason":"no number"}}}]}""");

        assertThat(answer.outcome(TWO, new BulkDocuments(Optional.empty())))
                .isEqualTo(new Partial(List.of(0), List.of(1), "400 mapper: no number"));
    }

    @Test
    void whenTheBulkApiTakesNoEventAtAllItIsASetback() {
        WireFormat bulk = new BulkDocuments(Optional.empty());
        String items = "{\"errors\":true,\"items\":[{\"create\":{\"status\":%1$d}},{\"create\":{\"status\":%1$d}}]}";

        assertThat(json(200, items.formatted(429)).outcome(TWO, bulk))
                .isEqualTo(new Retryable("no event taken", ASKED));
        assertThat(json(200, items.formatted(500)).outcome(TWO, bulk)).isEqualTo(new Unstored("no event taken", ASKED));
        assertThat(json(200, items.formatted(403)).outcome(TWO, bulk))
                .isEqualTo(new Denied("each event denied", Answer.MISCONFIGURED_PAUSE));
    }

    private static Answer json(int status, String body) {
        return answer(status, "application/json", body);
    }

    private static Answer answer(int status, String type, String body) {
        return new Answer(status, new AnswerBody(type, body.getBytes(StandardCharsets.UTF_8)), false, ASKED);
    }
}
