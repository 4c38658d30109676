package io.pixsim.logging.catalog;

import java.util.Set;

/**
 * The names that sender and receiver of a batch share. A batch is {@code {"logs":[event, …]}}, posted as {@link
 * #MEDIA_TYPE}; the answer is {@code {"success":true,"log_id":null,"count":n,"message":"…"}}.
 *
 * <p>Source: the ingest API that the Python backend serves.
 */
public final class Wire {

    /** Path of the batch endpoint. */
    public static final String BATCH_PATH = "/api/v1/logs/ingest/batch";
    /** Media type of a batch. */
    public static final String MEDIA_TYPE = "application/json";
    /** Member of a batch that holds the array of events. */
    public static final String LOGS = "logs";
    /** Member of the answer that tells how many events were stored. */
    public static final String COUNT = "count";
    /** Member of the answer that tells whether the call succeeded. */
    public static final String SUCCESS = "success";

    /**
     * Member of an event that no other event has, of any process: by it a receiver knows one that was sent again after its
     * answer got lost. Delivery writes it; an event's own field of that name goes the way of {@link #RESERVED_KEYS}.
     */
    public static final String EVENT_UID = "event_uid";

    /** Header of a request: the same for each try with the same events, and never for others. */
    public static final String BATCH_ID_HEADER = "X-PixSim-Batch-Id";

    /**
     * Keys that the receiver keeps for itself: an event's own field of such a name is written under the name with {@link
     * #RAW_SUFFIX}; a map under {@code extra} is flattened into the event instead.
     */
    public static final Set<String> RESERVED_KEYS = Set.of("id", "created_at", "extra");

    /** What is appended to a key whose value can't stand under the key itself. */
    public static final String RAW_SUFFIX = "_raw";

    private Wire() {}
}
