package io.pixsim.logging.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** The events that are encoded. Those of a kind differ in what differs in life: ids and durations. */
enum EventKind {
    /** INFO in the context of one job: context and constant texts are the same objects, the event's own are not. */
    PIPELINE(false),
    /** INFO where no string and no map was seen before. */
    FRESH(true),
    /** ERROR with three throwables of 25 frames in all; the same throwables again after a batch. */
    ERROR(false),
    /** The same, with throwables that were never seen before. */
    FRESH_ERROR(true),
    /** INFO with a message of 400 characters, half of them beyond ASCII, never seen before. */
    LONG(true);

    private static final Map<String, String> CONTEXT = context("");
    private static final String LONG_TEXT = "Die Übertragung läuft – 視頻生成を開始しました、готово к отправке; ".repeat(8);
    private static final int LONG_LENGTH = 392;

    private final boolean neverSeenBefore;

    EventKind(boolean neverSeenBefore) {
        this.neverSeenBefore = neverSeenBefore;
    }

    /** Whether each batch needs new events. */
    boolean neverSeenBefore() {
        return neverSeenBefore;
    }

    /** An event. The number tells it from others of its kind; eight digits keep all at one length. */
    Event make(int number) {
        String digits = String.valueOf(10_000_000 + number);
        boolean error = this == ERROR || this == FRESH_ERROR;
        return new Event(
                error,
                message(digits, error),
                this == FRESH ? context(digits) : CONTEXT,
                this == FRESH ? copy("provider:submit") : "provider:submit",
                "pv_job_" + digits,
                digits,
                0,
                100_000L + number % 900_000,
                error ? Failures.chain(digits) : null);
    }

    private String message(String digits, boolean error) {
        return switch (this) {
            case LONG -> LONG_TEXT.substring(0, LONG_LENGTH) + digits;
            case FRESH -> copy("submission_accepted");
            case PIPELINE, ERROR, FRESH_ERROR -> error ? "submission_failed" : "submission_accepted";
        };
    }

    /** Keys are literals in any program, so they recur; the values are new. */
    private static Map<String, String> context(String digits) {
        Map<String, String> context = new HashMap<>();
        context.put("request_id", copy("req_7f3a9c2e51d84b06" + digits));
        context.put("trace_id", copy("4bf92f3577b34da6a3ce929d" + (digits.isEmpty() ? "0e0e4736" : digits)));
        context.put("span_id", copy("00f067aa" + (digits.isEmpty() ? "0ba902b7" : digits)));
        context.put("job_id", copy(digits.isEmpty() ? "48213077" : digits));
        context.put(Event.ARTIFACT_ID, copy(digits.isEmpty() ? "90115344" : digits));
        context.put("user_id", copy(digits.isEmpty() ? "70044121" : digits));
        context.put("provider_id", copy("pixverse"));
        context.put("operation_type", copy("text_to_video"));
        return context;
    }

    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }
}
