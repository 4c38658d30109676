package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.catalog.JobCentricNames;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The end of a log, as so many bytes of lines, for readers of files that hold one JSON object on a line: {@code ts}, {@code
 * level} of four, {@code component}, {@code projectId}, {@code jobId}, {@code msg}, and all else under {@code data}. Safe for use
 * by many threads.
 */
public final class LineTail {

    private static final int PAGE = 256;
    private static final Set<String> PROJECT = Set.of("project_id", JobCentricNames.PROJECT_ID);

    private final LogStore store;

    /** Questions to a store. */
    public LineTail(LogStore store) {
        this.store = store;
    }

    /**
     * The last lines of what a filter lets through, oldest first.
     *
     * @param filter which entries
     * @param project of which project, or null; an entry that names none is of each
     * @param mostBytes how many bytes there may be; whole lines
     */
    public byte[] last(EntryFilter filter, @Nullable String project, int mostBytes) throws StoreException {
        Deque<byte[]> lines = new ArrayDeque<>();
        EntryQuery query = EntryQuery.first(filter, Order.NEWEST_FIRST, PAGE);
        int room = mostBytes;
        while (true) {
            EntryPage page = store.query(query);
            for (LogEntry entry : page.entries()) {
                String of = project(entry);
                if (project != null && of != null && !of.equals(project)) {
                    continue;
                }
                byte[] line = line(entry, of);
                room -= line.length;
                if (room < 0) {
                    return joined(lines);
                }
                lines.addFirst(line);
            }
            if (page.next() == null) {
                return joined(lines);
            }
            query = query.after(page.next());
        }
    }

    private static byte[] joined(Deque<byte[]> lines) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        lines.forEach(text::writeBytes);
        return text.toByteArray();
    }

    private static @Nullable String project(LogEntry entry) {
        try {
            return EntryJson.extraText(entry, PROJECT);
        } catch (IOException e) { // what is stored was written by us
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(LogEntry entry, @Nullable String project) {
        byte[] object = Json.object(json -> {
            json.writeStringField("ts", EntryTime.format(entry.micros()));
            json.writeStringField("level", level(entry.severity()));
            json.writeStringField("component", text(entry, Column.SERVICE));
            Json.text(json, JobCentricNames.PROJECT_ID, project);
            json.writeFieldName(JobCentricNames.JOB_ID);
            EntryJson.value(json, entry.get(Column.JOB_ID));
            json.writeStringField("msg", text(entry, Column.MSG));
            json.writeObjectFieldStart("data");
            data(json, entry);
            json.writeEndObject();
        });
        byte[] line = Arrays.copyOf(object, object.length + 1);
        line[object.length] = '\n';
        return line;
    }

    private static void data(JsonGenerator json, LogEntry entry) throws IOException {
        for (Column column : Column.all()) {
            Object value = entry.get(column);
            boolean told = column == Column.LEVEL
                    || column == Column.SERVICE
                    || column == Column.JOB_ID
                    || column == Column.MSG;
            if (value != null && !told) {
                json.writeFieldName(column.wireName());
                EntryJson.value(json, value);
            }
        }
        EntryJson.extraMembers(json, entry);
    }

    private static String text(LogEntry entry, Column column) {
        return Objects.toString(entry.get(column), "");
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case DEBUG -> "debug";
            case INFO -> "info";
            case WARNING -> "warn";
            case ERROR, CRITICAL -> "error";
        };
    }
}
