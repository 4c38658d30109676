package io.pixsim.logging.encode;

import java.util.List;

import io.pixsim.logging.catalog.Severity;

/** The text of one event for people while it is written; knows how much room the first line has left. */
final class HumanLine {

    /** What a line takes, unless what the event says itself is longer. */
    static final int COLUMNS = 120;

    private static final int LEVEL_WIDTH = 5;
    private static final int SERVICE_WIDTH = 10;
    private static final int EVENT_WIDTH = 19;
    private static final String UNDER_LEVEL = " ".repeat("[HH:mm:ss] ".length());

    private final StringBuilder text = new StringBuilder(256);
    private final Paint paint;
    private int room = COLUMNS + 1; // the blank behind the last word is not written

    HumanLine(Paint paint) {
        this.paint = paint;
    }

    void columns(String time, Severity severity, String service, String event) {
        column(Paint.TIME, time, 0);
        column(Paint.level(severity), level(severity), LEVEL_WIDTH);
        column(Paint.SERVICE, service, SERVICE_WIDTH);
        column(Paint.EVENT, event, EVENT_WIDTH);
    }

    /** Keeps room for what will be written. */
    void reserve(List<HumanPair> pairs) {
        room -= width(pairs);
    }

    void reserveMessage(String message) {
        room -= message.isEmpty() ? 0 : Columns.of(message) + "msg= ".length();
    }

    boolean hasRoomFor(List<HumanPair> pairs) {
        return width(pairs) <= room;
    }

    /** Writes pairs that room was reserved for; gives whether all of them are whole. */
    boolean pairs(List<HumanPair> pairs) {
        boolean whole = true;
        for (HumanPair pair : pairs) {
            int more = Math.max(0, Math.min(pair.stretch(), room));
            room -= more;
            whole &= more == pair.stretch();
            pair(pair, pair.least() + more);
        }
        return whole;
    }

    void message(String message) {
        if (!message.isEmpty()) {
            paint.append(text, Paint.KEY, "msg=");
            text.append(message);
        }
    }

    /** Writes pairs below the line, as many lines as they need, each with what they belong to. */
    void below(HumanPair subject, List<HumanPair> pairs) {
        int left = 0;
        for (HumanPair pair : pairs) {
            if (pair.leastWidth() > left) {
                end();
                text.append(UNDER_LEVEL);
                pair(subject, subject.least());
                left = COLUMNS + 1 - UNDER_LEVEL.length() - subject.leastWidth();
            }
            pair(pair, pair.least());
            left -= pair.leastWidth();
        }
    }

    /** Writes text below the line. */
    void below(String block) {
        end();
        text.append(block);
    }

    /** Ends a line: no blanks at its end, then a line feed. */
    void end() {
        int end = text.length();
        while (text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void column(String code, String word, int width) {
        paint.append(text, code, word);
        int wide = Columns.of(word);
        int blanks = Math.max(0, width - wide) + 1;
        text.append(" ".repeat(blanks));
        room -= wide + blanks;
    }

    private void pair(HumanPair pair, int columns) {
        paint.append(text, Paint.KEY, pair.name() + "=");
        text.append(Columns.cut(pair.text(), columns)).append(' ');
    }

    private static int width(List<HumanPair> pairs) {
        return pairs.stream().mapToInt(HumanPair::leastWidth).sum();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case DEBUG -> "DEBUG";
            case INFO -> "INFO";
            case WARNING -> "WARN";
            case ERROR -> "ERROR";
            case CRITICAL -> "CRIT";
        };
    }
}
