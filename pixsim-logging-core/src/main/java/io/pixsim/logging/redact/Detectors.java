package io.pixsim.logging.redact;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** A program's own detectors, guarded: one that throws is not asked again. Safe for use by many threads. */
final class Detectors {

    private final Detector[] detectors;
    private final AtomicIntegerArray failures;

    Detectors(List<Detector> detectors) {
        this.detectors = detectors.toArray(Detector[]::new);
        this.failures = new AtomicIntegerArray(this.detectors.length);
    }

    boolean isEmpty() {
        return detectors.length == 0;
    }

    /** How many were given up. */
    int failed() {
        int failed = 0;
        for (int i = 0; i < failures.length(); i++) {
            failed += failures.get(i);
        }
        return failed;
    }

    void find(String text, Spans spans) {
        for (int i = 0; i < detectors.length; i++) {
            if (failures.get(i) == 0) {
                find(i, text, spans);
            }
        }
    }

    private void find(int index, String text, Spans spans) {
        try {
            String name = detectors[index].name();
            detectors[index].detect(
                    text, (from, to) -> spans.add(Math.max(0, from), Math.min(text.length(), to), name));
        } catch (Throwable e) { // the program's own code; nothing it throws may reach the caller of the logger
            failures.set(index, 1);
        }
    }
}
