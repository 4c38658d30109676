package io.pixsim.logging.collector.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/** Connections of those who read one file: as many as there are readers at a time, and few when there are none. */
final class Readers implements AutoCloseable {

    private static final int MAX_IDLE = 2;

    private final Path path;
    private final Deque<ReadConnection> idle = new ArrayDeque<>();

    Readers(Path path) {
        this.path = path;
    }

    <T> T ask(ReadConnection.Question<T> question, Deadline deadline) throws SQLException {
        ReadConnection known = take();
        ReadConnection reader = known == null ? ReadConnection.open(path) : known;
        boolean good = false;
        try {
            T answer = reader.ask(question, deadline);
            good = true;
            return answer;
        } finally {
            if (!good || !isTakenBack(reader)) {
                reader.close();
            }
        }
    }

    private synchronized @Nullable ReadConnection take() {
        return idle.pollFirst();
    }

    private synchronized boolean isTakenBack(ReadConnection reader) {
        if (idle.size() >= MAX_IDLE) {
            return false;
        }
        idle.addFirst(reader);
        return true;
    }

    @Override
    public synchronized void close() throws SQLException {
        for (ReadConnection reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
