package io.pixsim.logging.examples.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.pixsim.logging.examples.worker.job.JobRequest;

/**
 * Whether what was secret in the requests stayed out of the log.
 *
 * @param secrets how many the requests carry
 * @param masks how often the log shows the mask in place of a value
 * @param found how many secrets the log shows
 * @param log where it was looked
 */
record MaskingCheck(int secrets, int masks, int found, Path log) {

    private static final Pattern MASK = Pattern.compile("***redacted***", Pattern.LITERAL);
    private static final Set<String> SECRET_KEYS = Set.of("api_key", "Authorization");

    static MaskingCheck of(List<JobRequest> requests, Path log) throws IOException {
        List<String> secrets = new ArrayList<>();
        requests.forEach(request -> collect(request.params().providerParams(), secrets));
        String text = Files.readString(log);
        int found = (int) secrets.stream().filter(text::contains).count();
        int masks = (int) MASK.matcher(text).results().count();
        return new MaskingCheck(secrets.size(), masks, found, log);
    }

    private static void collect(Map<?, ?> params, List<String> secrets) {
        params.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                collect(nested, secrets);
            } else if (SECRET_KEYS.contains(key)) {
                secrets.add(String.valueOf(value).replace("Bearer ", ""));
            }
        });
    }

    boolean passed() {
        return found == 0 && masks >= secrets;
    }

    @Override
    public String toString() {
        return "%d secrets, %d found in %s, which shows %d masks".formatted(secrets, found, log.getFileName(), masks);
    }
}
