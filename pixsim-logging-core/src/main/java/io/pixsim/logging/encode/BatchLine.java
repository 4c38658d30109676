package io.pixsim.logging.encode;

import java.util.List;
import java.util.function.Predicate;

/** A line as it stands in a batch for the ingest endpoint: one bad row would cost all of its batch. */
final class BatchLine {

    private BatchLine() {}

    /**
     * Moves what is marked to names under which it can stand.
     *
     * @param line begins with the line
     * @param length how long that is
     * @param taken whether another field has a name already
     */
    static byte[] of(byte[] line, int length, List<RawMark> marks, KeyTable keys, Predicate<String> taken) {
        JsonWriter out = new JsonWriter(length + 32 * marks.size());
        int copied = 0;
        for (RawMark mark : marks) {
            out.raw(line, copied, mark.name());
            out.raw(free(mark.key(), keys, taken).json());
            writeText(line, mark.value(), mark.end(), out);
            copied = mark.end();
        }
        out.raw(line, copied, length);
        return out.toByteArray();
    }

    private static Key free(Key key, KeyTable keys, Predicate<String> taken) {
        Key raw = keys.raw(key);
        Key free = raw;
        for (int i = 2; taken.test(free.name()); i++) {
            free = keys.numbered(raw, i);
        }
        return free;
    }

    /** A JSON value as a JSON string: itself when it is one. */
    private static void writeText(byte[] line, int from, int to, JsonWriter out) {
        if (line[from] == '"') {
            out.raw(line, from, to);
            return;
        }
        out.put('"');
        for (int i = from; i < to; i++) {
            if (line[i] == '"' || line[i] == '\\') {
                out.put('\\');
            }
            out.put((char) line[i]);
        }
        out.put('"');
    }
}
