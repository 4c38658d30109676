package io.pixsim.logging.collector.ingest;

import java.util.List;

/**
 * What became of the events of a request: the accepted ones are durable.
 *
 * @param logId the id of the entry of a single event; 0 when it was stored before, and for batches
 * @param sent how many events there were
 * @param count how many are stored, by this request or an earlier one
 * @param repeats which of those were stored by an earlier one, or by an earlier event of this one: their places in the batch
 * @param rejected which are not stored
 * @param repaired which are stored in another form than they came in
 */
public record IngestAnswer(
        long logId, int sent, int count, List<Integer> repeats, List<Remark> rejected, List<Remark> repaired) {

    /** Copies that nobody changes. */
    public IngestAnswer {
        repeats = List.copyOf(repeats);
        rejected = List.copyOf(rejected);
        repaired = List.copyOf(repaired);
    }

    /** How many were stored before. */
    public int repeated() {
        return repeats.size();
    }

    /**
     * What there is to say of an event.
     *
     * @param index its place in the batch, from 0 on
     * @param reason what is wrong with it
     */
    public record Remark(int index, String reason) {}
}
