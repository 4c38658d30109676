package io.pixsim.logging.benchmarks.collector;

import java.util.Locale;

/**
 * What came of sending.
 *
 * @param how what was sent, to whom
 * @param rate how fast, for how much
 * @param bytes on the disk for each row
 * @param peakMebibytes the most resident memory; not a number where nobody knows
 */
record Ingested(String how, Senders.Rate rate, double bytes, double peakMebibytes) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f rows/s, %.2f us CPU, %,.0f B, %.0f MiB",
                how,
                rate.perSecond(),
                rate.cpuMicros(),
                bytes,
                peakMebibytes);
    }
}
