package io.pixsim.logging.collector.ingest.body;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;

/** Reads bodies in the PixSim format. JSON that breaks off is refused whole: nobody can tell what was meant. */
public final class BodyParser {

    private final IngestLimits limits;

    /** A reader within limits. */
    public BodyParser(IngestLimits limits) {
        this.limits = limits;
    }

    /** Reads <code>{"logs":[event, …]}</code>; other members are passed over. */
    public void batch(byte[] body, RowSink rows) throws BodyException {
        try (JsonParser parser = JsonBodies.open(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BodyException(Kind.SHAPE, "a batch is an object with a list '" + Wire.LOGS + "'");
            }
            boolean found = false;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean isLogs = parser.currentName().equals(Wire.LOGS);
                parser.nextToken();
                if (isLogs) {
                    found = true;
                    rows(parser, rows);
                } else {
                    parser.skipChildren();
                }
            }
            JsonBodies.requireEnd(parser);
            if (!found) {
                throw new BodyException(Kind.SHAPE, "a batch has a list '" + Wire.LOGS + "', this one has none");
            }
        } catch (IOException e) {
            throw JsonBodies.malformed(e);
        }
    }

    private void rows(JsonParser parser, RowSink rows) throws IOException, BodyException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BodyException(Kind.SHAPE, "'" + Wire.LOGS + "' is not a list");
        }
        int read = 0;
        EventParser events = new EventParser(parser, limits);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            limits.requireRoom(read++);
            rows.take(events.read());
        }
    }

    /** Reads one event. */
    public Row single(byte[] body) throws BodyException {
        try (JsonParser parser = JsonBodies.open(body)) {
            if (parser.nextToken() == null) {
                throw new BodyException(Kind.MALFORMED, "the body is empty");
            }
            Row row = new EventParser(parser, limits).read();
            JsonBodies.requireEnd(parser);
            return row;
        } catch (IOException e) {
            throw JsonBodies.malformed(e);
        }
    }

    /**
     * Reads the events of a body with one on each line. A line that is not JSON costs no other; an empty one counts for nothing.
     */
    public void lines(byte[] body, RowSink rows) throws BodyException {
        int read = 0;
        for (Lines lines = new Lines(body); lines.next(); ) {
            if (lines.isBlank()) {
                continue;
            }
            limits.requireRoom(read++);
            rows.take(line(body, lines.from(), lines.to()));
        }
    }

    /** Reads an event that stands within a body. */
    public Row line(byte[] body, int from, int to) {
        try {
            return event(body, from, to);
        } catch (IOException e) {
            return HalfCharacters.replace(body, from, to) ? line(body, from, to) : Row.rejected("not JSON in UTF-8");
        }
    }

    private Row event(byte[] body, int from, int to) throws IOException {
        try (JsonParser parser = JsonBodies.open(body, from, to)) {
            if (parser.nextToken() == null) {
                return Row.rejected("empty");
            }
            Row row = new EventParser(parser, limits).read();
            return parser.nextToken() == null ? row : Row.rejected("more than one JSON value");
        }
    }
}
