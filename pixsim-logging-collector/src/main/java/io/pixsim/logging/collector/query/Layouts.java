package io.pixsim.logging.collector.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Position;
import org.jspecify.annotations.Nullable;

/** The ways in which many entries are answered. */
enum Layouts implements EntryChunks.Layout {
    /** One JSON list. */
    LIST {
        @Override
        public String begin() {
            return "[";
        }

        @Override
        public String between() {
            return ",";
        }

        @Override
        public String end(long entries, @Nullable Position next) {
            return "]";
        }
    },
    /** One JSON object a line. */
    LINES {
        @Override
        public byte[] entry(LogEntry entry) {
            byte[] json = super.entry(entry);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        }
    },
    /** A table with a head, as RFC 4180 has it. */
    CSV {
        @Override
        public String begin() {
            return "id,timestamp," + Column.all().stream().map(Column::wireName).collect(Collectors.joining(","))
                    + ",extra\r\n";
        }

        @Override
        public byte[] entry(LogEntry entry) {
            StringBuilder line = new StringBuilder();
            line.append(entry.id()).append(',').append(EntryTime.format(entry.micros()));
            Column.all().forEach(column -> line.append(',').append(cell(entry.get(column))));
            line.append(',').append(cell(entry.extra())).append("\r\n");
            return line.toString().getBytes(StandardCharsets.UTF_8);
        }
    };

    private static final String FORMULA = "=+-@\t\r";

    @Override
    public String begin() {
        return "";
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public byte[] entry(LogEntry entry) {
        return EntryJson.bytes(entry);
    }

    @Override
    public String end(long entries, @Nullable Position next) {
        return "";
    }

    /** What programs for tables would take for a formula stands behind an apostrophe. */
    private static String cell(@Nullable Object value) {
        String sent = value == null ? "" : value.toString();
        boolean isNumber = value instanceof Long || (value instanceof EntryId id && id.isNumber());
        boolean isFormula = !isNumber && !sent.isEmpty() && FORMULA.indexOf(sent.charAt(0)) >= 0;
        String text = isFormula ? "'" + sent : sent;
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
