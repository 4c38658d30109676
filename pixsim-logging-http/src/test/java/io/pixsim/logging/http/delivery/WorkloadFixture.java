package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;

/** Work that is under way, and what is answered to it. */
abstract class WorkloadFixture {

    static final Outcome UNSTORED = new Unstored("500", Duration.ZERO);
    static final Outcome REFUSED = new Rejected(422, "no");
    static final Outcome TOO_LARGE = new TooLarge(413);

    final Workload work = new Workload();

    record Totals(int delivered, int rejected) {
        Totals plus(Totals other) {
            return new Totals(delivered + other.delivered, rejected + other.rejected);
        }
    }

    static Totals totals(Settlement settlement) {
        return new Totals(
                settlement.delivered().map(Batch::size).orElse(0),
                settlement.refused().map(Batch::size).orElse(0));
    }

    Settlement settle(Outcome outcome) {
        return work.settle(work.send(), outcome);
    }

    List<Integer> next() {
        List<Integer> numbers = new ArrayList<>();
        work.next().events().forEach(event -> numbers.add((int) event[0]));
        return numbers;
    }

    /** Events of one byte each: their number. */
    static Batch batch(int first, int size) {
        List<byte[]> events = IntStream.range(first, first + size)
                .mapToObj(number -> new byte[] {(byte) number})
                .toList();
        return new Batch("test", false, LongStream.range(first, first + size).toArray(), events);
    }
}
