package io.pixsim.logging.diagnostics;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the events on their way to files; an event that goes to three files counts three times. {@code accepted =
 * written + pending + lost}.
 *
 * @param accepted events handed over
 * @param written events that the operating system has
 * @param pending events that wait in memory
 * @param lost events that are in no file, by reason; a reason without losses is absent
 * @param openFiles files that are open now
 */
public record FileStats(long accepted, long written, long pending, Map<FileLoss, Long> lost, long openFiles) {

    /** Nothing handed over, nothing lost. */
    public static final FileStats NONE = new FileStats(0, 0, 0, Map.of(), 0);

    /**
     * Copies the map, so that the value never changes.
     *
     * @param accepted events handed over
     * @param written events that the operating system has
     * @param pending events that wait in memory
     * @param lost events that are in no file, by reason; a reason without losses is absent
     * @param openFiles files that are open now
     */
    public FileStats {
        lost = Map.copyOf(lost);
    }

    /**
     * The losses of all reasons.
     *
     * @return how many events were lost
     */
    public long lostTotal() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Both taken together.
     *
     * @param other the other
     * @return sums
     */
    public FileStats plus(FileStats other) {
        Map<FileLoss, Long> sum = new EnumMap<>(FileLoss.class);
        sum.putAll(lost);
        other.lost.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new FileStats(
                accepted + other.accepted,
                written + other.written,
                pending + other.pending,
                sum,
                openFiles + other.openFiles);
    }
}
