package io.pixsim.logging.http.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The bulk API of Elasticsearch and OpenSearch: for each event a line with the action and a line with the event.
 *
 * <pre>
 * {"create":{"_index":"logs-pixsim-default","_id":"…"}}
 * {"@timestamp":"2025-11-13T00:30:00.000000Z","timestamp":"2025-11-13T00:30:00.000000Z","level":"info", … }
 * </pre>
 *
 * The action is {@code create}, the only one that data streams take. An event with an {@code event_uid} is known by it, so
 * that one sent twice is stored once.
 */
public final class BulkDocuments implements WireFormat {

    private static final byte[] AT_TIMESTAMP = "{\"@timestamp\":\"".getBytes(US_ASCII);
    private static final int ANSWER_BYTES_PER_EVENT = 1024;

    private final @Nullable String index;

    /**
     * The format.
     *
     * @param index the index or data stream to name in each action; empty for none. Visible ASCII without quotes
     */
    public BulkDocuments(Optional<String> index) {
        this.index = index.orElse(null);
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public boolean packsWell() {
        return true;
    }

    @Override
    public void write(List<byte[]> events, WireBuffer out) {
        for (byte[] event : events) {
            BulkEvent known = BulkEvent.of(event);
            out.write(action(known.uid()).getBytes(US_ASCII));
            writeDocument(event, known.timestamp(), out);
            out.write('\n');
        }
    }

    private String action(@Nullable String uid) {
        StringBuilder action = new StringBuilder("{\"create\":{");
        if (index != null) {
            action.append("\"_index\":\"").append(index).append('"');
        }
        if (uid != null) {
            action.append(index != null ? ",\"_id\":\"" : "\"_id\":\"")
                    .append(uid)
                    .append('"');
        }
        return action.append("}}\n").toString();
    }

    private static void writeDocument(byte[] event, @Nullable String timestamp, WireBuffer out) {
        int from = 0;
        if (timestamp != null) {
            out.write(AT_TIMESTAMP);
            out.write(timestamp.getBytes(US_ASCII));
            out.write('"');
            out.write(',');
            from = afterBrace(event);
        }
        int start = out.size();
        out.write(event, from, event.length - from);
        unfold(start, out);
    }

    private static int afterBrace(byte[] event) {
        int at = 0;
        while (event[at] != '{') {
            at++;
        }
        return at + 1;
    }

    /** A document is one line: what ends a line within it stands between tokens, where a blank does as well. */
    private static void unfold(int start, WireBuffer out) {
        byte[] bytes = out.array();
        int end = out.size();
        while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        out.cut(end);
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
    }

    @Override
    public Receipt receipt(List<byte[]> events, AnswerBody body) {
        return BulkAnswer.read(events, body);
    }

    @Override
    public boolean isOwn(AnswerBody body) {
        return body.isJsonObject();
    }

    /** Each event has its own word in it. */
    @Override
    public long mostAnswerBytes(int events) {
        return WireFormat.super.mostAnswerBytes(events) + (long) events * ANSWER_BYTES_PER_EVENT;
    }
}
