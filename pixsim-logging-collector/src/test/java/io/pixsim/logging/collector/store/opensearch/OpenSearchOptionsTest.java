package io.pixsim.logging.collector.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.collector.entry.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a cluster is named, and what its indices are made of. */
class OpenSearchOptionsTest {

    @Test
    void addressesAreReadWithoutTheirCredentials() {
        OpenSearchOptions options = OpenSearchOptions.of("https://u:p@one:9200/path/, elasticsearch+http://[::1]:9201");

        assertThat(options.nodes())
                .containsExactly(URI.create("https://one:9200/path"), URI.create("http://[::1]:9201"));
        assertThat(options.authorization()).isEqualTo("Basic dTpw");
        assertThat(options).hasToString("OpenSearch [https://one:9200/path, http://[::1]:9201] with credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "one:9200", "ftp://u:secret@one", "https://u:secret@", "http://u:sec ret@one", "https://a,"})
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        assertThatThrownBy(() -> OpenSearchOptions.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the address of a node is ")
                .hasMessageNotContaining("sec")
                .hasNoCause();
    }

    @Test
    void aPrefixThatIsNoNameAndTooFewShardsAreRefused() {
        OpenSearchOptions options = OpenSearchOptions.of("http://one");

        assertThatThrownBy(() -> options.withPrefix("*")).hasMessageContaining("prefix");
        assertThatThrownBy(() -> options.withPrefix("Logs")).hasMessageContaining("prefix");
        assertThatThrownBy(() -> options.withShards(0)).hasMessage("shards < 1: 0");
    }

    @Test
    void eachColumnHasAFieldAndEachIdAKeyByWhichItIsSorted() throws Exception {
        try (FakeCluster cluster = FakeCluster.openSearch()) {
            OpenSearchStore.open(OpenSearchOptions.of(cluster.address()), Clock.systemUTC())
                    .close();

            Map<String, Object> fields = Json.read(cluster.calls("PUT /_index_template/pixsim-logs-entries")
                            .get(0)
                            .body()
                            .getBytes(StandardCharsets.UTF_8))
                    .get("template")
                    .get("mappings")
                    .get("properties")
                    .map();
            assertThat(fields)
                    .containsKeys(Column.all().stream().map(Column::wireName).toArray(String[]::new));
            Stream<String> sorted = Column.all().stream()
                    .map(Documents::sortedField)
                    .filter(field -> field.startsWith("keys."))
                    .map(field -> field.substring("keys.".length()));
            assertThat(new Node(fields.get("keys")).get("properties").map())
                    .containsOnlyKeys(sorted.toArray(String[]::new));
        }
    }
}
