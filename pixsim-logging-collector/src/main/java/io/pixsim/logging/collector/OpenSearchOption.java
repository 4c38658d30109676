package io.pixsim.logging.collector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A cluster of OpenSearch or Elasticsearch, as the environment and the command line tell of it. Used by one thread. */
final class OpenSearchOption {

    private static final String URL = "PIXSIM_COLLECTOR_OPENSEARCH_URL";
    private static final String AUTHORIZATION = "PIXSIM_COLLECTOR_OPENSEARCH_AUTHORIZATION";

    private final @Nullable String authorization;
    private @Nullable String url;
    private @Nullable String certificates;
    private @Nullable String prefix;
    private @Nullable String shards;

    /** What the environment tells, for a start. */
    OpenSearchOption(Map<String, String> environment) {
        url = notBlank(environment.get(URL));
        authorization = notBlank(environment.get(AUTHORIZATION));
    }

    private static @Nullable String notBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Takes an option of the command line; false when it is none of a cluster. */
    boolean takes(String option, String value) {
        switch (option) {
            case "--opensearch-url" -> url = value;
            case "--opensearch-ca" -> certificates = value;
            case "--opensearch-prefix" -> prefix = value;
            case "--opensearch-shards" -> shards = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The cluster, if there is one told of; throws {@link IllegalArgumentException} with what is wrong. */
    Optional<OpenSearchCluster> cluster() {
        if (url == null) {
            if (certificates != null || prefix != null || shards != null) {
                throw new IllegalArgumentException("no --opensearch-url URLS");
            }
            return Optional.empty();
        }
        OpenSearchCluster cluster = OpenSearchCluster.at(url);
        cluster = authorization == null ? cluster : cluster.authorization(authorization);
        cluster = prefix == null ? cluster : cluster.prefix(prefix);
        cluster = shards == null ? cluster : cluster.shards(ServeCommand.number("--opensearch-shards", shards));
        return Optional.of(certificates == null ? cluster : trusting(cluster, certificates));
    }

    private static OpenSearchCluster trusting(OpenSearchCluster cluster, String file) {
        try {
            return cluster.trusting(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("--opensearch-ca can't be read: " + e.getMessage(), e);
        }
    }
}
