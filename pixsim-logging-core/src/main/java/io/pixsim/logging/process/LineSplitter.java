package io.pixsim.logging.process;

import java.util.function.Consumer;

/**
 * Makes lines of what a program writes: without what steers a terminal, and of what was overwritten by a carriage return,
 * such as progress, only what stood there at last. Blank lines are left out. Holds one line, and of that a bounded part.
 */
final class LineSplitter {

    private final int maxLength;
    private final Consumer<String> lines;
    private final AnsiFilter filter = new AnsiFilter();
    private final StringBuilder line = new StringBuilder();
    private long missing;
    private boolean atStart;

    LineSplitter(int maxLength, Consumer<String> lines) {
        this.maxLength = maxLength;
        this.lines = lines;
    }

    void add(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (filter.isText(text[i])) {
                add(text[i]);
            }
        }
    }

    private void add(char c) {
        switch (c) {
            case '\n' -> end();
            case '\r' -> atStart = true;
            case '\b' -> line.setLength(Math.max(0, line.length() - 1));
            default -> append(c);
        }
    }

    private void append(char c) {
        if (atStart) {
            clear();
        }
        if (line.length() < maxLength) {
            line.append(c);
        } else {
            missing++;
        }
    }

    /** The line is complete, or there is nothing more to come. */
    void end() {
        String text = missing == 0 ? line.toString().stripTrailing() : Cut.end(line, missing);
        clear();
        if (!text.isBlank()) {
            lines.accept(text);
        }
    }

    private void clear() {
        line.setLength(0);
        missing = 0;
        atStart = false;
    }
}
