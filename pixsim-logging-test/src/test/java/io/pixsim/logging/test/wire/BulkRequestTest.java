package io.pixsim.logging.test.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.test.wire.BulkRequest.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkRequestTest {

    @Test
    void eachEventComesWithItsAction() throws IOException {
        List<Item> items = BulkRequest.items(bytes("""
                {"create":{"_index":"logs","_id":"a-1"}}
                {"@timestamp":"2025-11-13T00:30:00.000000Z","timestamp":"2025-11-13T00:30:00.000000Z","job_id":7}

                {"index":{}}
                {"@timestamp":"2025-11-13T00:30:01.000000Z","msg":"x"}
                """));

        assertThat(items)
                .containsExactly(
                        new Item(
                                "create",
                                "logs",
                                "a-1",
                                Map.of("timestamp", "2025-11-13T00:30:00.000000Z", "job_id", 7L)),
                        new Item("index", null, null, Map.of("timestamp", "2025-11-13T00:30:01.000000Z", "msg", "x")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"create":{}}~{}            | the bulk request must end with a line feed
            ''                          | the bulk request must end with a line feed
            {"create":{}}~              | the last action has no document
            {"delete":{"_id":"1"}}~{}~  | an action is not create or index: [delete]
            {}~{}~                      | an action is not create or index: []
            {"create":7}~{}~            | an action says nothing
            {"create":{}}~[]~           | not a JSON object
            """)
    void whatIsNoBulkRequestIsTold(String body, String told) {
        assertThatThrownBy(() -> BulkRequest.items(bytes(body.replace('~', '\n'))))
                .isInstanceOf(IOException.class)
                .hasMessage(told);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
