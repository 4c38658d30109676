package io.pixsim.logging;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.IngestionFormat;

/** How the ingest endpoint is spoken to in the end: code before system property before environment before default. */
final class EndpointSettings {

    /** A comma may be part of a URL; one in front of a scheme is not. */
    private static final String BETWEEN_URLS = "\\s*,\\s*(?=[hH][tT][tT][pP][sS]?://)";

    private EndpointSettings() {}

    /**
     * What holds.
     *
     * @param chosen what the program decided
     * @param urls the endpoints, the first one first
     */
    static EndpointOptions resolve(EndpointOptions chosen, List<URI> urls, Environment environment) {
        EndpointOptions endpoint = chosen;
        if (chosen.format().isEmpty()) {
            endpoint = format(environment).map(chosen::with).orElse(chosen);
        }
        if (isNone(chosen.credentials())) {
            endpoint = endpoint.with(credentials(environment));
        }
        if (chosen.inFlight().isEmpty()) {
            EndpointOptions others = endpoint;
            endpoint = inFlight(environment).map(others::withInFlight).orElse(others);
        }
        for (URI further : urls.subList(1, urls.size())) {
            endpoint = endpoint.withFallback(further);
        }
        return endpoint;
    }

    /** One URL, or several with commas between. */
    static Optional<List<URI>> parseUrls(String text) {
        List<URI> urls = new ArrayList<>();
        try {
            for (String url : text.split(BETWEEN_URLS, -1)) {
                urls.add(Forwarding.to(URI.create(url)).url());
            }
            return Optional.of(urls);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<IngestionFormat> format(Environment environment) {
        return environment.find(
                "PIXSIM_LOG_INGESTION_FORMAT",
                IngestionFormat::parse,
                IngestionFormat.ALLOWED,
                IngestionFormat.PIXSIM.toString());
    }

    private static Optional<Integer> inFlight(Environment environment) {
        return environment.find(
                "PIXSIM_LOG_INGESTION_IN_FLIGHT",
                text -> Numbers.fromOne(text, EndpointOptions.MOST_IN_FLIGHT),
                "a whole number from 1 to " + EndpointOptions.MOST_IN_FLIGHT,
                "1");
    }

    private static Credentials credentials(Environment environment) {
        return environment
                .secret(
                        "PIXSIM_LOG_INGESTION_TOKEN",
                        text -> Optional.of(text).filter(Credentials::isSendable),
                        "visible ASCII without blanks",
                        "none")
                .map(Credentials::bearer)
                .orElse(Credentials.NONE);
    }

    /** Not by equality: of records, what the JDK makes for that stays, and with it a class loader that is to go away. */
    private static boolean isNone(Credentials credentials) {
        return credentials.token().isEmpty() && credentials.headers().isEmpty();
    }
}
