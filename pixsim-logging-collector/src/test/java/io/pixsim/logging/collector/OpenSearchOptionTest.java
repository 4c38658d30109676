package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** A cluster on the command line and in the environment. */
class OpenSearchOptionTest {

    private static final String URL = "PIXSIM_COLLECTOR_OPENSEARCH_URL";

    @Test
    void withoutAnAddressThereIsNoCluster() {
        assertThat(new OpenSearchOption(Map.of(URL, " ")).cluster()).isEmpty();
    }

    @Test
    void theEnvironmentTellsWhatNoListOfProcessesShouldShow() {
        OpenSearchOption option = new OpenSearchOption(
                Map.of(URL, "https://one:9200", "PIXSIM_COLLECTOR_OPENSEARCH_AUTHORIZATION", "ApiKey s3cr3t"));

        assertThat(option.takes("--opensearch-prefix", "logs")).isTrue();
        assertThat(option.takes("--opensearch-shards", "3")).isTrue();
        assertThat(option.takes("--port", "3")).isFalse();

        OpenSearchCluster cluster = option.cluster().orElseThrow();
        assertThat(cluster).hasToString("OpenSearch [https://one:9200] with credentials");
        assertThat(cluster.options().authorization()).isEqualTo("ApiKey s3cr3t");
        assertThat(cluster.options().prefix()).isEqualTo("logs");
        assertThat(cluster.options().shards()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        assertThatThrownBy(() -> parse("--opensearch-prefix", "logs")).hasMessage("no --opensearch-url URLS");
        assertThatThrownBy(() -> parse("--opensearch-url", "https://u:s3cr3t@"))
                .hasMessage("the address of a node is not http:// or https:// and a host");
        assertThatThrownBy(() -> parse("--opensearch-url", "https://one", "--opensearch-shards", "few"))
                .hasMessage("--opensearch-shards is not a number: few");
        assertThatThrownBy(() -> parse("--opensearch-url", "https://one", "--opensearch-ca", "/nowhere.pem"))
                .hasMessageStartingWith("--opensearch-ca can't be read: ");
        assertThatThrownBy(() -> parse("--opensearch-url", "https://one", "--data", "logs"))
                .hasMessage("there is another store set: a collector has one");
    }

    private static void parse(String... words) {
        ServeCommand.parse(List.of(words), Map.of());
    }
}
