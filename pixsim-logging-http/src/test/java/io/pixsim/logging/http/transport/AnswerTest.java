package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final int SENT = 10;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"success":true,"log_id":null,"count":10,"message":"ok"} | 10
                    {"success":true,"count":3}                               | 3
                    {"success":true,"count":99}                              | 10
                    {"success":true}                                         | 10
                    {"success":true,"count":null}                            | 10
                    {"count":"ten"}                                          | 10
                    {"success":true,"cou                                     | 10
                    ''                                                       | 10
                    """)
    void aYesTellsHowManyAreStoredAndMeansAllWhenItDoesNot(String body, int stored) {
        assertThat(ok(body).outcome(SENT)).isEqualTo(new Delivered(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":true,\"count\":0}", "{\"success\":false}", "{\"count\":-1}"})
    void aYesWithNothingStoredLeavesOpenWhoIsToBlame(String body) {
        assertThat(ok(body).outcome(SENT)).isInstanceOf(Unstored.class);
    }

    @Test
    void aPageOfAProxyIsNoYes() {
        Answer page = new Answer(200, false, Duration.ZERO, ByteString.encodeUtf8("<html>Please log in</html>"));

        assertThat(page.outcome(SENT)).isInstanceOf(Retryable.class);
    }

    @Test
    void jsonIsKnownByItsFirstCharacterWhenTheTypeIsMissing() {
        Answer untyped = new Answer(200, false, Duration.ZERO, ByteString.encodeUtf8("{\"count\":4}"));

        assertThat(untyped.outcome(SENT)).isEqualTo(new Delivered(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void whatTheEventsAreRefusedForIsNotTriedAgainAsItIs(int status) {
        assertThat(answer(status, true).outcome(SENT)).isEqualTo(new Rejected(status, "HTTP " + status));
    }

    @Test
    void a400ThatIsNotJsonMayBeAMistakeOfTheTransport() {
        assertThat(answer(400, false).outcome(SENT)).isInstanceOf(Unstored.class);
    }

    @Test
    void a500LeavesOpenWhoIsToBlame() {
        assertThat(answer(500, true).outcome(SENT)).isEqualTo(new Unstored("HTTP 500", Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 502, 503, 504})
    void aBusyEndpointIsTriedAgainWhenItAsksToBe(int status) {
        assertThat(answer(status, true).outcome(SENT))
                .isEqualTo(new Retryable("HTTP " + status, Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 404, 405, 415})
    void whatIsSetUpWronglyIsTriedAgainSlowly(int status) {
        assertThat(answer(status, true).outcome(SENT))
                .isEqualTo(new Retryable("HTTP " + status, Answer.MISCONFIGURED_PAUSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void otherCredentialsAreWanted(int status) {
        assertThat(answer(status, true).outcome(SENT)).isEqualTo(new Denied("HTTP " + status, Duration.ofSeconds(3)));
    }

    @Test
    void aRequestMayBeTooLarge() {
        assertThat(answer(413, true).outcome(SENT)).isEqualTo(new TooLarge(413));
    }

    private static Answer ok(String body) {
        return new Answer(200, true, Duration.ZERO, ByteString.encodeUtf8(body));
    }

    private static Answer answer(int status, boolean json) {
        return new Answer(status, json, Duration.ofSeconds(3), ByteString.EMPTY);
    }
}
