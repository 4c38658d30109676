package io.pixsim.logging.http.transport;

import java.util.List;
import java.util.Optional;

import io.pixsim.logging.http.wire.BulkDocuments;
import io.pixsim.logging.http.wire.OtlpLogs;
import io.pixsim.logging.http.wire.PixSimBatch;
import io.pixsim.logging.http.wire.WireFormat;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import okhttp3.HttpUrl;

/** What an endpoint is sent, and to which address. */
final class Formats {

    static final String DEFAULT_INDEX = "logs-pixsim-default";

    private static final String BULK_PATH = "_bulk";
    private static final String FILTER = "filter_path";

    private Formats() {}

    static WireFormat of(HttpUrl url, EndpointOptions options) {
        return switch (format(options)) {
            case PIXSIM -> new PixSimBatch(options.naiveTimestamps());
            case OTLP -> new OtlpLogs();
            case BULK -> new BulkDocuments(options.index().or(() -> defaultIndex(url)));
        };
    }

    /** The address without credentials. The bulk API is asked for no more of each event than what became of it. */
    static HttpUrl request(HttpUrl url, EndpointOptions options) {
        HttpUrl.Builder request = url.newBuilder().username("").password("");
        if (format(options) == IngestionFormat.BULK && url.queryParameter(FILTER) == null) {
            request.addQueryParameter(FILTER, "errors,items.*.status,items.*.error.type,items.*.error.reason");
        }
        return request.build();
    }

    private static IngestionFormat format(EndpointOptions options) {
        return options.format().orElse(IngestionFormat.PIXSIM);
    }

    /** None for {@code /name/_bulk}, which says by itself where events go. */
    private static Optional<String> defaultIndex(HttpUrl url) {
        List<String> path = url.pathSegments();
        boolean names = path.size() == 2 && path.get(1).equals(BULK_PATH);
        return names ? Optional.empty() : Optional.of(DEFAULT_INDEX);
    }
}
