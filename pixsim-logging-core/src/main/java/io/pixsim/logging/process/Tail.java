package io.pixsim.logging.process;

import java.util.ArrayDeque;

/** The last lines of a stream, as many as fit. Safe for use by many threads. */
final class Tail {

    private final int maxLength;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private int length;

    Tail(int maxLength) {
        this.maxLength = maxLength;
    }

    synchronized void add(String line) {
        String text = Cut.to(maxLength, line);
        lines.addLast(text);
        length += text.length() + 1;
        while (length > maxLength + 1 && lines.size() > 1) {
            length -= lines.removeFirst().length() + 1;
        }
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
