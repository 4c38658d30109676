package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * OTLP's partial success.
 *
 * @param count how many records were rejected; which ones is not told
 * @param message why
 */
record OtlpRejection(long count, String message) {

    private static final int REJECTED_LOG_RECORDS = 1;
    private static final int ERROR_MESSAGE = 2;

    static OtlpRejection of(byte[] partialSuccess) throws IOException {
        long count = 0;
        String message = "";
        ProtobufReader reader = new ProtobufReader(partialSuccess);
        for (int field = reader.next(); field != 0; field = reader.next()) {
            if (field == REJECTED_LOG_RECORDS) {
                count = reader.number();
            } else if (field == ERROR_MESSAGE) {
                message = reader.text();
            }
        }
        return new OtlpRejection(count, message);
    }

    /** Some answer in JSON whatever they were asked in. 64-bit numbers may be text there. */
    static OtlpRejection ofJson(Map<String, @Nullable Object> response) {
        if (!(response.get("partialSuccess") instanceof Map<?, ?> partial)) {
            return new OtlpRejection(0, "");
        }
        Object message = partial.get("errorMessage");
        return new OtlpRejection(number(partial.get("rejectedLogRecords")), message == null ? "" : message.toString());
    }

    private static long number(@Nullable Object value) {
        try {
            return value == null ? 0 : Long.parseLong(value.toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Receipt receipt(int sent) {
        if (count <= 0) {
            return new Receipt.Stored(sent);
        }
        int rejected = (int) Math.min(count, sent);
        String which = rejected == sent ? "" : rejected + " of " + sent + ", not told which: ";
        List<Integer> refused = IntStream.range(sent - rejected, sent).boxed().toList();
        return new Receipt.Each(List.of(), refused, Excerpt.of(which + message), Receipt.Cause.NO_TIME);
    }
}
