package io.pixsim.logging.collector.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
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
        public String end() {
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
    public String end() {
        return "";
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
