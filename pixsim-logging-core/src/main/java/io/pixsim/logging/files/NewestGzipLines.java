package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A compressed file from its last line to its first. It can only be read forwards: so it is, and the newest 8 MiB of
 * wanted lines are kept; when they are used up, it is read again up to where they began. That is once for most queries, and
 * never more memory.
 */
final class NewestGzipLines implements Lines {

    private static final int BUDGET = 8 << 20;
    private static final int COST_OF_A_LINE = 48;
    /** Stands for lines of JSON that were left out before one that is not JSON. */
    private static final byte[] LEFT_OUT = {'{'};

    private final Path file;
    private final Predicate<Lines> wanted;
    private final int budget;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long until = Long.MAX_VALUE;
    private long passedOver;
    private int passes;
    private @Nullable Kept current;

    NewestGzipLines(Path file, Predicate<Lines> wanted) {
        this(file, wanted, BUDGET);
    }

    NewestGzipLines(Path file, Predicate<Lines> wanted, int budget) {
        this.file = file;
        this.wanted = wanted;
        this.budget = budget;
    }

    @Override
    public boolean next() throws IOException {
        if (kept.isEmpty() && until > 0) {
            pass();
        }
        current = kept.pollLast();
        return current != null;
    }

    private void pass() throws IOException {
        long number = 0;
        int bytes = 0;
        boolean complete = true;
        boolean leftOut = false;
        try (Lines lines = ForwardLines.open(file, true)) {
            for (; number < until && lines.next(); number++) {
                if (!wanted.test(lines)) {
                    leftOut = true;
                    continue;
                }
                if (leftOut) {
                    kept.addLast(new Kept(number, LEFT_OUT, true));
                    bytes += COST_OF_A_LINE;
                    leftOut = false;
                }
                kept.addLast(new Kept(number, LineText.bytes(lines), lines.isFinished()));
                bytes += lines.to() - lines.from() + COST_OF_A_LINE;
                while (bytes > budget && kept.size() > 2) {
                    bytes -= kept.removeFirst().bytes.length + COST_OF_A_LINE;
                    complete = false;
                }
            }
            passedOver += passes == 0 ? lines.passedOver() : 0;
        }
        passes++;
        until = complete || kept.isEmpty() ? 0 : kept.getFirst().number;
    }

    int passes() {
        return passes;
    }

    @Override
    public byte[] array() {
        return current == null ? LEFT_OUT : current.bytes;
    }

    @Override
    public int from() {
        return 0;
    }

    @Override
    public int to() {
        return array().length;
    }

    @Override
    public boolean isFinished() {
        return current == null || current.finished;
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public void close() {
        kept.clear();
        until = 0;
    }

    private static final class Kept {

        private final long number;
        private final byte[] bytes;
        private final boolean finished;

        Kept(long number, byte[] bytes, boolean finished) {
            this.number = number;
            this.bytes = bytes;
            this.finished = finished;
        }
    }
}
