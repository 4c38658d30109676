package io.pixsim.logging.test;

import java.util.Set;
import java.util.stream.Stream;

import io.pixsim.logging.test.recording.Recording;

/** Logs of lines that no encoder would write. */
public final class Captured {

    private Captured() {}

    public static CapturedLogs lines(String... lines) {
        Recording<CapturedEvent> recording = new Recording<>();
        recording.addAll(
                Stream.of(lines).map(line -> new CapturedEvent(line, Set.of())).toList());
        return new CapturedLogs(recording, new Unheard(), Captured.class);
    }
}
