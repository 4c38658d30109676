package io.pixsim.logging.test;

import io.pixsim.logging.test.recording.Recording;

/** Takes down what a capture hears, until it ends. */
final class Tape {

    private final Recording<CapturedEvent> recording = new Recording<>();
    private volatile boolean stopped;

    Recording<CapturedEvent> recording() {
        return recording;
    }

    void take(EncodedOnce encoded) {
        if (!stopped) {
            recording.add(encoded.captured());
        }
    }

    void stop() {
        stopped = true;
    }
}
