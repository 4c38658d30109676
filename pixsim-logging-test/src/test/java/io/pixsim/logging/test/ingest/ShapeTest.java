package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.GOOD;
import static io.pixsim.logging.test.ingest.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body of the wrong shape is answered, as recorded from the two backends. */
class ShapeTest {

    private final Client client = new Client();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                     | `{'loc':['body','logs'],'msg':'Field required','type':'missing'}`",
                "{'logs':{'a':1}}       | `{'loc':['body','logs'],'msg':'Input should be a valid list','type':'list_type'}`",
                "{'logs':[{},'str']}    | `{'loc':['body','logs',0],'msg':'-','type':'-'}`",
                "[]                     | `{'loc':['body'],'msg':'Input should be a valid dictionary or object to extract fields"
                        + " from','type':'model_attributes_type'}`",
                "{'logs': [             | `{'loc':['body',0],'msg':'JSON decode error','type':'json_invalid'}`",
            })
    void eachWrongShapeIsNamedByBothBackends(String body, String where) throws Exception {
        String expected = where.replace(
                        "0],'msg':'-','type':'-'", "1],'msg':'Input should be a valid dictionary','type':'dict_type'")
                .replace('\'', '"');
        try (IngestServer today = IngestServer.start();
                IngestServer early = IngestServer.start(Generation.S0)) {

            var answer = client.post(today.url(), body.replace('\'', '"'));
            var earlyAnswer = client.post(early.url(), body.replace('\'', '"'));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .startsWith("{\"code\":\"validation_error\",\"message\":\"Invalid request data\","
                            + "\"detail\":\"One or more fields failed validation\",\"fields\":[" + expected
                            + "],\"request_id\":\"");
            assertThat(earlyAnswer.statusCode()).isEqualTo(422);
            assertThat(earlyAnswer.body()).isEqualTo("{\"detail\":[" + expected + "]}");
        }
    }

    @Test
    void aBodyOfTheWrongShapeIsRecordedWithoutEvents() throws Exception {
        try (IngestServer server = IngestServer.start()) {
            client.post(server.url(), "[1,2]");

            assertThat(server.batches()).hasSize(1);
            assertThat(server.batches().get(0).events()).isEmpty();
            assertThat(server.batches().get(0).text()).isEqualTo("[1,2]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "application/json; charset=utf-8, 200",
        "application/vnd.x+json, 200",
        "text/plain, 422"
    })
    void onlyJsonIsTakenForJson(String contentType, int status) throws Exception {
        try (IngestServer server = IngestServer.start()) {
            assertThat(post(server.url(), contentType)).isEqualTo(status);
        }
    }

    @Test
    void aBodyWithoutContentTypeIsNoObject() throws Exception {
        try (IngestServer server = IngestServer.start()) {
            var response = client.send(HttpRequest.newBuilder(server.url())
                    .POST(BodyPublishers.ofString("{\"logs\":[]}"))
                    .build());

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("model_attributes_type");
        }
    }

    @ParameterizedTest
    @CsvSource({"level, missing", "service, missing"})
    void aSingleEventNeedsItsRequiredKeys(String key, String type) throws Exception {
        try (IngestServer server = IngestServer.start()) {
            var response = client.post(single(server), GOOD.replace("\"" + key + "\"", "\"other\""));

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("\"loc\":[\"body\",\"" + key + "\"]", "\"type\":\"" + type + "\"");
        }
    }

    @Test
    void aSingleEventsRequiredKeysAreText() throws Exception {
        try (IngestServer server = IngestServer.start()) {
            var response = client.post(single(server), "{\"level\":5,\"service\":\"w\"}");

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("Input should be a valid string");
        }
    }

    @Test
    void aSingleEventThatBreaksARowIsAnError() throws Exception {
        try (IngestServer server = IngestServer.start()) {
            var response = client.post(single(server), GOOD.replace("info", "i".repeat(21)));

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(json(response)).containsEntry("code", "internal_error");
            assertThat(server.events()).isEmpty();
        }
    }

    private int post(URI url, String contentType) throws Exception {
        return client.send(HttpRequest.newBuilder(url)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString("{\"logs\":[]}"))
                        .build())
                .statusCode();
    }

    private static URI single(IngestServer server) {
        return server.url().resolve("/api/v1/logs/ingest");
    }
}
