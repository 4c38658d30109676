package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.batchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;

import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

@IngestEndpoint
class IngestEndpointTest {

    private static final String BAD = "{\"level\":\"info\",\"service\":\"w\",\"msg\":5}";

    private final Client client = new Client();
    private IngestServer early;

    @BeforeEach
    void takeTheServer(IngestServer server) {
        early = server;
    }

    @Test
    void aTestAndItsBeforeEachShareOneServer(IngestServer server) {
        assertThat(server).isSameAs(early);
    }

    @Test
    void theEndpointIsTodaysUnlessToldOtherwise(IngestServer server) throws Exception {
        assertThat(client.post(server.url(), batchOf(BAD)).statusCode()).isEqualTo(500);
    }

    @Test
    @IngestEndpoint(Generation.S0)
    void theMethodsGenerationCountsBeforeTheClasses(IngestServer server) throws Exception {
        assertThat(client.post(server.url(), batchOf(BAD)).statusCode()).isEqualTo(200);
    }

    @Nested
    class InANestedClass {

        @Test
        void theEnclosingClassesAnnotationCounts(IngestServer server) {
            assertThat(server).isSameAs(early);
        }
    }

    @Test
    void theServerIsClosedAfterAFailedTest() {
        run(Fails.class).testEvents().assertStatistics(stats -> stats.failed(1));

        assertThatThrownBy(() -> client.post(Fails.url, batchOf())).isInstanceOf(ConnectException.class);
    }

    @Test
    void thereIsNoServerBeforeTheTest() {
        run(TooEarly.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(TestExecutionResultConditions.message(
                                text -> text.contains("each test has its own IngestServer"))));
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testClass))
                .execute();
    }

    @IngestEndpoint
    static class Fails {

        static URI url;

        @Test
        void fails(IngestServer server) {
            url = server.url();
            throw new AssertionError("as planned");
        }
    }

    @IngestEndpoint
    static class TooEarly {

        @BeforeAll
        static void asks(IngestServer server) {
            server.release();
        }

        @Test
        void neverRuns() {}
    }
}
