package io.pixsim.logging.collector;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** What {@code serve} is told on the command line and by the environment. */
final class ServeCommand {

    static final String HELP = """
            usage: java -jar pixsim-logging-collector-all.jar serve --data DIR [options]

              --data DIR             folder of the entries; made when it is not there
              --database-url URL     in place of a folder: postgresql://user@host:5432/name
              --opensearch-url URLS  in place of a folder: https://user@host:9200, with commas between nodes
              --opensearch-ca FILE   certificates, as PEM, that are trusted instead of those that the JDK trusts
              --opensearch-prefix NAME    what the names of its indices begin with; default pixsim-logs
              --opensearch-shards NUMBER  shards of the index of a day; default 1
              --port NUMBER          port to listen on, 0 for any free one; default 8001
              --host ADDRESS         address to listen on; default 127.0.0.1
              --allow-host NAME      another name of a collector on 127.0.0.1, such as that of a proxy; may be repeated
              --retention-days DAYS  how long entries are kept, 0 for ever; default 30
              --retain WHAT=DAYS     what is kept for another time: error=90 for a level and worse, only:debug=3 for
                                     one level, service:api=7 for a service; may be repeated, the longest counts
              --max-size SIZE        room for entries, such as 20G; the oldest days make way
              --allow-origin ORIGIN  pages that may call from a browser, * for all; may be repeated

            PIXSIM_COLLECTOR_DATABASE_URL in the environment: as --database-url, with a password that no list of processes
            shows. PIXSIM_COLLECTOR_WRITE_TOKEN and PIXSIM_COLLECTOR_READ_TOKEN in the environment: bearer tokens that clients
            have to show to write and to read.
            PIXSIM_COLLECTOR_OPENSEARCH_URL: as --opensearch-url, with a password. PIXSIM_COLLECTOR_OPENSEARCH_AUTHORIZATION:
            in place of a user, such as "ApiKey ..." or "Bearer ...".
            """;

    private static final Set<String> STORES = Set.of("--data", "--database-url");
    private static final String DATABASE_URL = "PIXSIM_COLLECTOR_DATABASE_URL";
    private static final String WRITE_TOKEN = "PIXSIM_COLLECTOR_WRITE_TOKEN";
    private static final String READ_TOKEN = "PIXSIM_COLLECTOR_READ_TOKEN";

    private ServeCommand() {}

    /** Reads the words after {@code serve}; throws {@link IllegalArgumentException} with what is wrong. */
    static CollectorBuilder parse(List<String> words, Map<String, String> environment) {
        CollectorBuilder builder = Collector.builder();
        String database = environment.get(DATABASE_URL);
        OpenSearchOption openSearch = new OpenSearchOption(environment);
        boolean hasStore = false;
        if (database != null && !database.isBlank()) {
            builder.database(database);
            hasStore = true;
        }
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("no value for " + option);
            }
            String value = rest.next();
            switch (option) {
                case "--data" -> builder.data(Path.of(value));
                case "--database-url" -> builder.database(value);
                case "--port" -> builder.port(number(option, value));
                case "--host" -> builder.host(value);
                case "--allow-host" -> builder.allowHost(value);
                case "--allow-origin" -> builder.allowOrigin(value);
                case "--retention-days" -> retention(builder, number(option, value));
                case "--retain" -> RetentionOption.apply(builder, value);
                case "--max-size" -> builder.maxBytes(RetentionOption.bytes(value));
                default -> {
                    if (!openSearch.takes(option, value)) {
                        throw new IllegalArgumentException("no such option: " + option);
                    }
                }
            }
            hasStore |= STORES.contains(option);
        }
        Optional<OpenSearchCluster> cluster = openSearch.cluster();
        cluster.ifPresent(builder::openSearch);
        if (!hasStore && cluster.isEmpty()) {
            throw new IllegalArgumentException("no --data DIR");
        }
        token(environment.get(WRITE_TOKEN), builder::writeToken);
        token(environment.get(READ_TOKEN), builder::readToken);
        return builder;
    }

    private static void retention(CollectorBuilder builder, int days) {
        if (days == 0) {
            builder.keepForever();
        } else {
            builder.retentionDays(days);
        }
    }

    private static void token(@Nullable String token, Consumer<String> setter) {
        if (token != null && !token.isBlank()) {
            setter.accept(token.strip());
        }
    }

    static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is not a number: " + value, e);
        }
    }
}
