package io.pixsim.logging.benchmarks.delivery;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What has arrived at the sink since it was told to begin anew.
 *
 * @param distinct how many events
 * @param more how many arrivals beyond the first of each event
 * @param requests how many requests; connections where there are none
 * @param wireBytes bytes, heads of requests included
 * @param lastNanos when the last ones came, by the clock that all processes of a machine share
 * @param strangers numbers that nobody gave
 */
record SinkStatus(long distinct, long more, long requests, long wireBytes, long lastNanos, long strangers) {

    String line() {
        return LongStream.of(distinct, more, requests, wireBytes, lastNanos, strangers)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    static SinkStatus parse(String line) {
        long[] all =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new SinkStatus(all[0], all[1], all[2], all[3], all[4], all[5]);
    }
}
