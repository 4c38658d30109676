package io.pixsim.logging.files;

import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The events of one file that a query wants, in the order of the file or against it. */
final class FileEvents implements Closeable {

    private final LogQuery query;
    private final List<Needle> needles;
    private final Lines lines;
    private final EventAssembly assembly;
    private boolean ended;

    FileEvents(LogFile file, LogQuery query, ZoneId zone) throws IOException {
        this.query = query;
        this.needles = query.needles();
        this.assembly = new EventAssembly(file, new Dates(file, zone, query.isNewestFirst()), query.isNewestFirst());
        this.lines = query.isNewestFirst() ? file.backward(this::mayMatch) : file.forward();
    }

    /** The next event; null at the end. */
    @Nullable
    LoggedEvent next() throws IOException {
        while (true) {
            LoggedEvent event = assembly.poll();
            if (event != null && query.matches(event)) {
                return event;
            }
            if (event == null) {
                if (ended) {
                    return null;
                }
                readLine();
            }
        }
    }

    private void readLine() throws IOException {
        if (!lines.next()) {
            ended = true;
            assembly.endOfEvent();
        } else if (!isJson(lines)) {
            assembly.text(LineText.of(lines), lines.isFinished());
        } else if (mayMatch(lines)) {
            assembly.json(LineText.bytes(lines));
        } else {
            assembly.endOfEvent();
        }
    }

    /** How many lines could not be read. */
    long skipped() {
        return assembly.skipped() + lines.passedOver();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean mayMatch(Lines line) {
        if (needles.isEmpty() || !isJson(line)) {
            return true;
        }
        for (Needle needle : needles) {
            if (!needle.mayBeIn(line.array(), line.from(), line.to())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJson(Lines line) {
        byte[] bytes = line.array();
        int at = line.from() + byteOrderMark(line);
        while (at < line.to() && bytes[at] == ' ') {
            at++;
        }
        return at < line.to() && bytes[at] == '{';
    }

    /** How many bytes of a mark some editors put before the first line. */
    private static int byteOrderMark(Lines line) {
        byte[] bytes = line.array();
        int at = line.from();
        return line.to() - at >= 3
                        && bytes[at] == (byte) 0xEF
                        && bytes[at + 1] == (byte) 0xBB
                        && bytes[at + 2] == (byte) 0xBF
                ? 3
                : 0;
    }
}
