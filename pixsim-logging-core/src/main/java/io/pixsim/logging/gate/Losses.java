package io.pixsim.logging.gate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import org.jspecify.annotations.Nullable;

/** Losses, told as events: how many in all, and how many by reason and stage. */
final class Losses {

    private Losses() {}

    /** Null when there is nothing to tell. */
    static @Nullable Notice ofJob(boolean ofCall, @Nullable String jobId, Map<LossKey, Long> losses) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.JOB_ID.name(), String.valueOf(jobId));
        return summary(ofCall, "events of this job were held back", fields, losses);
    }

    /** Null when there is nothing to tell. */
    static @Nullable Notice ofAll(Map<LossKey, Long> losses) {
        return summary(false, "events were held back", new LinkedHashMap<>(), losses);
    }

    private static @Nullable Notice summary(
            boolean ofCall, String message, Map<String, Object> fields, Map<LossKey, Long> losses) {
        fields.put(Fields.STAGE.name(), Stage.LOG_LOSS.getName());
        return addTo(fields, losses) ? new Notice.Summary(ofCall, message, fields) : null;
    }

    /** Adds to an event what was held back; false when that is nothing. */
    static boolean addTo(Map<String, Object> fields, Map<LossKey, Long> losses) {
        long sum = 0;
        Map<String, Map<String, Long>> byReason = new TreeMap<>();
        for (Map.Entry<LossKey, Long> loss : losses.entrySet()) {
            LossKey key = loss.getKey();
            if (key.reason().isTold() && loss.getValue() > 0) {
                sum += loss.getValue();
                byReason.computeIfAbsent(key.reason().name().toLowerCase(Locale.ROOT), reason -> new TreeMap<>())
                        .merge(key.stage() == null ? "none" : key.stage(), loss.getValue(), Long::sum);
            }
        }
        if (sum == 0) {
            return false;
        }
        fields.put(Fields.SUPPRESSED.name(), sum);
        fields.put(Fields.LOST.name(), byReason);
        return true;
    }
}
