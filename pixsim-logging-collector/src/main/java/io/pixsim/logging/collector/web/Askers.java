package io.pixsim.logging.collector.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.query.Chunks;
import org.jspecify.annotations.Nullable;

/**
 * Who asks anew waits for no answer to what he asked before. Clients tell by a header who asks, and a number that grows with
 * each question; of one asker's questions only the newest is worked on. That a browser has closed a connection tells no
 * server until it writes.
 */
final class Askers {

    static final String HEADER = "X-PixSim-Asker";
    private static final Pattern NAMED = Pattern.compile("([\\x21-\\x3a\\x3c-\\x7e]{1,100});(\\d{1,15})");

    private final Map<String, Turn> newest = new HashMap<>();

    /** A question, from when it came until it is answered. */
    final class Turn {

        private final @Nullable String name;
        private final long number;
        private @Nullable Thread worker;
        private boolean isOutdated;

        private Turn(@Nullable String name, long number) {
            this.name = name;
            this.number = number;
        }

        /** Works on the answer, unless there is a newer question; then, or when one comes meanwhile, that is the answer. */
        Reply take(Supplier<Reply> answer) {
            try {
                return begin() ? answer.get() : outdated();
            } finally {
                end();
            }
        }

        /** The answer, part by part; the turn ends with it. */
        Chunks chunks(Chunks answer) {
            return new TurnChunks(this, answer);
        }

        /** False when nobody waits for the answer any more. */
        boolean begin() {
            synchronized (newest) {
                worker = Thread.currentThread();
                return !isOutdated;
            }
        }

        /** Whether there is a newer question, so that nobody waits for this one's answer. */
        boolean isOutdated() {
            synchronized (newest) {
                return isOutdated;
            }
        }

        /** Whatever the thread does next is not to be interrupted. */
        void pause() {
            synchronized (newest) {
                if (isOutdated && worker == Thread.currentThread()) {
                    Thread.interrupted();
                }
                worker = null;
            }
        }

        void end() {
            synchronized (newest) {
                pause();
                newest.remove(name, this);
            }
        }

        private void outdate() {
            isOutdated = true;
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    /** What a client is told that asked anew. */
    static Reply outdated() {
        return Reply.error(409, "outdated", "the same asker has asked anew");
    }

    /** The turn of a question that has just come, with that header or none. */
    Turn turn(@Nullable String header) {
        Matcher named = NAMED.matcher(header == null ? "" : header.strip());
        if (!named.matches()) {
            return new Turn(null, 0);
        }
        Turn turn = new Turn(named.group(1), Long.parseLong(named.group(2)));
        synchronized (newest) {
            Turn other = newest.get(turn.name);
            if (other != null && other.number > turn.number) { // it was overtaken on its way
                turn.isOutdated = true;
                return turn;
            }
            newest.put(turn.name, turn);
            if (other != null) {
                other.outdate();
            }
        }
        return turn;
    }
}
