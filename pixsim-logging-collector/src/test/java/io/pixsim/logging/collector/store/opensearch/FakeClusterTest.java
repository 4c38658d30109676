package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.opensearch.FakeCluster.Answer;
import org.junit.jupiter.api.Test;

/** What is said to clusters, and what becomes of answers that a real node of a test can't be made to give. */
class FakeClusterTest {

    private static final String INDEX = "/pixsim-logs-entries-2026.11.23";
    private static final String ISM = "/_plugins/_ism/policies/pixsim-logs-entries";
    private static final String ILM = "/_ilm/policy/pixsim-logs-entries";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Clock clock = new DayClock(Rows.MONDAY);

    @Test
    void openSearchIsToldByAPolicyThatSaysWhichIndicesItIsFor() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            cluster.when("GET " + ISM, call -> new Answer(404, "{}"));

            store.retain(RetentionRules.ofDays(30), TODAY);
            store.retain(RetentionRules.ofDays(30), TODAY);

            assertThat(cluster.calls("PUT " + ISM)).hasSize(1);
            Node policy = body(cluster, "PUT " + ISM).get("policy");
            assertThat(policy.toString())
                    .contains("min_index_age=31d", "index_patterns=[pixsim-logs-entries-*]", "actions=[{delete={}}]");
            assertThat(template(cluster).toString()).doesNotContain("lifecycle");
        }
    }

    @Test
    void aPolicyThatIsThereIsChangedByItsNumber() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            cluster.when("GET " + ISM, call -> new Answer(200, "{\"_seq_no\":7,\"_primary_term\":2}"));

            store.retain(RetentionRules.ofDays(RetentionRules.FOREVER), TODAY);

            assertThat(cluster.calls("PUT " + ISM).get(0).path()).endsWith("?if_seq_no=7&if_primary_term=2");
            assertThat(body(cluster, "PUT " + ISM).toString()).doesNotContain("delete={}");
        }
    }

    @Test
    void indicesThatAreThereFollowTheNewPolicy() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            store.retain(RetentionRules.ofDays(90), TODAY);

            assertThat(body(cluster, "POST /_plugins/_ism/change_policy/pixsim-logs-entries-*")
                            .get("policy_id")
                            .text())
                    .isEqualTo("pixsim-logs-entries");
        }
    }

    @Test
    void anIndexThatCannotBeSortedOutKeepsNoneFromMakingRoom() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            cluster.when(
                    "GET /_cat/indices/pixsim-logs-entries-*",
                    call -> new Answer(200, "[" + index("2026.11.20") + "," + index("2026.11.21") + "]"));
            cluster.when(
                    "POST /pixsim-logs-entries-2026.11.21/_delete_by_query",
                    call -> new Answer(500, "{\"error\":\"no\"}"));
            RetentionRules rules = new RetentionRules(
                    RetentionRules.FOREVER, List.of(new RetentionRules.Rule(Set.of(Severity.DEBUG), null, 1)), 100);

            assertThat(store.retain(rules, TODAY).days()).containsExactly(LocalDate.parse("2026-11-20"));

            assertThat(cluster.calls("DELETE /pixsim-logs-entries-2026.11.20")).hasSize(1);
        }
    }

    @Test
    void elasticsearchIsToldOfTheLongestTimeAndIndicesNameThePolicy() throws Exception {
        try (FakeCluster cluster = FakeCluster.elasticsearch();
                LogStore store = open(cluster)) {
            cluster.when("GET " + ILM, call -> new Answer(404, "{}"));
            RetentionRules rules = new RetentionRules(
                    30, List.of(RetentionRules.Rule.orWorse(Severity.ERROR, 90)), RetentionRules.ANY_SIZE);

            store.retain(rules, TODAY);

            assertThat(body(cluster, "PUT " + ILM).toString()).contains("min_age=91d", "actions={delete={}}");
            assertThat(template(cluster).get("lifecycle").get("name").text()).isEqualTo("pixsim-logs-entries");
        }
    }

    @Test
    void aClusterWithoutPoliciesIsLeftAlone() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            cluster.when(
                    "GET " + ISM, call -> new Answer(400, "{\"error\":\"no handler found for uri [" + ISM + "]\"}"));

            assertThat(store.retain(RetentionRules.ofDays(30), TODAY).days()).isEmpty();
        }
    }

    @Test
    void entriesThatAreNotTakenNowAreSentAgainAndTheOthersAreNot() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            AtomicInteger tries = new AtomicInteger();
            cluster.when(
                    "POST " + INDEX + "/_bulk",
                    call -> tries.incrementAndGet() == 1
                            ? new Answer(
                                    200,
                                    "{\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":429,\"error\":{\"type\":\"t\",\"reason\":\"r\"}}}]}")
                            : FakeCluster.bulk(call, 201, ""));

            assertThat(Rows.append(
                                    store,
                                    Rows.row("one").build(),
                                    Rows.row("two").build())
                            .stored())
                    .isEqualTo(2);

            List<FakeCluster.Seen> bulks = cluster.calls("POST " + INDEX + "/_bulk");
            assertThat(bulks.get(0).body()).contains("one", "two");
            assertThat(bulks.get(1).body()).contains("two").doesNotContain("one");
        }
    }

    @Test
    void whatIsStoredOfARequestThatFailsIsTakenBackUnlessItsSenderNamedIt() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            AtomicInteger tries = new AtomicInteger();
            cluster.when("POST " + INDEX + "/_bulk", call -> switch (tries.incrementAndGet()) {
                case 1 ->
                    new Answer(
                            200,
                            "{\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":201}},{\"create\":{\"status\":403,\"error\":{\"type\":\"blocked\",\"reason\":\"read-only\"}}}]}");
                default -> new Answer(200, "{}");
            });

            assertThatThrownBy(() -> Rows.append(
                            store,
                            Rows.row("unnamed").build(),
                            Rows.row("named", "run:1"),
                            Rows.row("refused", "run:2")))
                    .hasCauseInstanceOf(StoreException.class)
                    .hasMessageContaining("read-only");

            List<FakeCluster.Seen> bulks = cluster.calls("POST " + INDEX + "/_bulk");
            String unnamed = Json.read(
                            bulks.get(0).body().lines().toList().get(0).getBytes(StandardCharsets.UTF_8))
                    .get("create")
                    .get("_id")
                    .text();
            assertThat(bulks).hasSize(2);
            assertThat(bulks.get(1).body().strip()).isEqualTo("{\"delete\":{\"_id\":\"" + unnamed + "\"}}");
        }
    }

    @Test
    void durationsThatDoNotEndAreGivenUp() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            cluster.when(
                    "POST /pixsim-logs-entries-*/_search",
                    call -> new Answer(
                            200,
                            "{\"aggregations\":{\"times\":{\"after_key\":{\"stage\":\"a\",\"duration_ms\":1},\"buckets\":[]}}}"));

            assertThatThrownBy(() -> store.statistics(new Statistics.Request(EntryFilter.all(), 60_000_000, List.of())))
                    .isInstanceOf(StoreException.TooSlow.class);
        }
    }

    @Test
    void whoeverAsksIsToldWhenTheClusterHasTooMuchToDo() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch();
                LogStore store = open(cluster)) {
            cluster.when(
                    "POST /pixsim-logs-entries-*/_search",
                    call -> new Answer(
                            429, "{\"error\":{\"type\":\"circuit_breaking_exception\",\"reason\":\"too large\"}}"));

            assertThatThrownBy(() -> store.count(EntryFilter.all(), 1))
                    .isInstanceOf(StoreException.Busy.class)
                    .hasMessageContaining("circuit_breaking_exception: too large");
        }
    }

    @Test
    void credentialsAreSentWithEachCallAndToldToNobody() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch()) {
            String address = "opensearch+http://log%40us:s%3Acr%25t@127.0.0.1:" + cluster.port();
            try (LogStore store = OpenSearchStore.open(OpenSearchOptions.of(address), clock)) {
                store.size();
            }
            assertThat(cluster.calls)
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat(call.authorization()).isEqualTo("Basic bG9nQHVzOnM6Y3IldA=="));

            cluster.when("GET /", call -> new Answer(401, "Unauthorized"));
            assertThatThrownBy(() -> OpenSearchStore.open(OpenSearchOptions.of(address), clock))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("gave 401")
                    .hasMessageNotContainingAny("log", "cr%", "cr25", "Basic");
        }
    }

    @Test
    void whenANodeIsGoneTheNextOneIsAsked() throws Exception {
        try (FakeCluster gone = FakeCluster.openSearch();
                FakeCluster there = FakeCluster.openSearch();
                LogStore store =
                        OpenSearchStore.open(OpenSearchOptions.of(gone.address() + ", " + there.address()), clock)) {
            gone.close();

            await().atMost(Duration.ofMinutes(1)).until(() -> !there.calls.isEmpty());

            assertThat(store.size().entries()).isZero();
        }
    }

    private LogStore open(FakeCluster cluster) throws IOException {
        return OpenSearchStore.open(OpenSearchOptions.of(cluster.address()), clock);
    }

    private static String index(String day) {
        return "{\"index\":\"pixsim-logs-entries-" + day
                + "\",\"health\":\"green\",\"docs.count\":\"1\",\"store.size\":\"100\"}";
    }

    private static Node template(FakeCluster cluster) throws IOException {
        return body(cluster, "PUT /_index_template/pixsim-logs-entries")
                .get("template")
                .get("settings")
                .get("index");
    }

    private static Node body(FakeCluster cluster, String methodAndPath) throws IOException {
        return Json.read(cluster.calls(methodAndPath).get(0).body().getBytes(StandardCharsets.UTF_8));
    }
}
