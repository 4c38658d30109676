package io.pixsim.logging.test.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a body a little at a time. */
final class SlowReader {

    /** One reading in so much time, unless that were less than a byte. */
    private static final int READINGS_PER_SECOND = 20;

    private final InputStream body;
    private final int atOnce;
    private final Duration pause;

    SlowReader(InputStream body, int bytesPerSecond) {
        this.body = body;
        this.atOnce = Math.max(1, bytesPerSecond / READINGS_PER_SECOND);
        this.pause = Duration.ofSeconds(1).multipliedBy(atOnce).dividedBy(bytesPerSecond);
    }

    /** All of it; at once from when the gate opens. */
    byte[] readAll(Hold.Gate gate) throws IOException, InterruptedException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = body.readNBytes(atOnce);
        while (some.length > 0) {
            read.writeBytes(some);
            some = gate.isOpenWithin(pause) ? body.readAllBytes() : body.readNBytes(atOnce);
        }
        return read.toByteArray();
    }
}
