package io.pixsim.logging.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.pixsim.logging.diagnostics.Diagnostics;

/**
 * Reads one output of a process to its end, however fast or much it is: keeps the tail, counts, and hands the first lines
 * on to be logged.
 */
final class Output implements Runnable {

    private static final int BUFFER = 8 * 1024;

    private final InputStream stream;
    private final OutputOptions options;
    private final Consumer<String> logged;
    private final Consumer<String> program;
    private final Tail tail;
    private final Tail shown;
    private final KeyLines keys = new KeyLines();
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong toBeLogged = new AtomicLong();
    private volatile boolean abandoned;
    private boolean programFailed;

    /**
     * An output.
     *
     * @param logged is handed the lines to log
     * @param program is handed all lines; what it throws ends that
     */
    Output(InputStream stream, OutputOptions options, Consumer<String> logged, Consumer<String> program) {
        this.stream = stream;
        this.options = options;
        this.logged = logged;
        this.program = program;
        this.tail = new Tail(options.tail());
        this.shown = new Tail(options.tail());
    }

    @Override
    public void run() {
        LineSplitter splitter = new LineSplitter(options.maxLineLength(), this::take);
        char[] buffer = new char[BUFFER];
        try (Reader reader = new InputStreamReader(stream, options.charset())) {
            for (int read = reader.read(buffer); read >= 0 && !abandoned; read = reader.read(buffer)) {
                splitter.add(buffer, read);
            }
        } catch (IOException e) { // closed under our hands, since the process is gone
            abandoned = true;
        }
        splitter.end();
    }

    private void take(String line) {
        if (abandoned) {
            return;
        }
        tail.add(line);
        lines.incrementAndGet();
        if (!keys.isWithin(line)) {
            show(line);
        }
        tell(line);
    }

    private void show(String line) {
        shown.add(line);
        if (toBeLogged.incrementAndGet() <= options.maxLines()) {
            logged.accept(line);
        }
    }

    private void tell(String line) {
        if (programFailed) {
            return;
        }
        try {
            program.accept(line);
        } catch (Throwable e) { // the program's own code; the child must not hang on a full pipe for it
            programFailed = true;
            Diagnostics.shared()
                    .trouble("a reader of a process's lines threw and gets no more: "
                            + e.getClass().getName());
        }
    }

    /** What comes from here on is of no interest. */
    void abandon() {
        abandoned = true;
    }

    /** The end of it, for the program. */
    String tail() {
        return tail.text();
    }

    /** The end of it, for an event. */
    String shown() {
        return shown.text();
    }

    long lines() {
        return lines.get();
    }

    long leftOut() {
        return options.level() == null ? 0 : Math.max(0, toBeLogged.get() - options.maxLines());
    }
}
