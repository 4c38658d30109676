package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.batchOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

@IngestEndpoint
class AccountingTest {

    private final Client client = new Client();

    @Test
    void eventsAreCountedByTheirIds(IngestServer server) throws Exception {
        client.post(server.url(), batchOf(uids("b-3", "a-0", "a-2", "a-2", "a-2", "b-0")));

        assertThat(server.accounting())
                .isEqualTo(new Accounting(4, List.of("a-2", "a-2"), List.of("a-1", "b-1", "b-2")));
        assertThat(server.accounting().stored()).isEqualTo(6);
    }

    @Test
    void eventsAreCountedByANumberOfTheTest(IngestServer server) throws Exception {
        client.post(server.url(), batchOf(numbered("0"), numbered("3"), numbered("3"), numbered("1")));

        assertThat(server.accounting("number")).isEqualTo(new Accounting(3, List.of("3"), List.of("2")));
    }

    @Test
    void whatHasNoNumberCountsForNothing(IngestServer server) throws Exception {
        client.post(
                server.url(),
                batchOf(numbered("\"seven\""), numbered("-1"), numbered("1000000000000"), numbered("null")));
        client.post(server.url(), batchOf(uids("no number", "-1", "a-99999999999999999999")));

        assertThat(server.accounting("number")).isEqualTo(new Accounting(0, List.of(), List.of()));
        assertThat(server.accounting()).isEqualTo(new Accounting(0, List.of(), List.of()));
    }

    private static String numbered(String number) {
        return "{\"level\":\"info\",\"service\":\"w\",\"number\":" + number + "}";
    }

    private static String[] uids(String... uids) {
        return Stream.of(uids)
                .map(uid -> "{\"level\":\"info\",\"service\":\"w\",\"event_uid\":\"" + uid + "\"}")
                .toArray(String[]::new);
    }
}
