package io.pixsim.logging.collector.ingest.body;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;

/** Reads bodies in the PixSim format. JSON that breaks off is refused whole: nobody can tell what was meant. */
public final class BodyParser {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            // Python writes these where it is not told otherwise.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // The default pool is thread-local, which leaks in class loaders that go away.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private final IngestLimits limits;

    /** A reader within limits. */
    public BodyParser(IngestLimits limits) {
        this.limits = limits;
    }

    /** Reads <code>{"logs":[event, …]}</code>; other members are passed over. */
    public List<Row> batch(byte[] body) throws BodyException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BodyException(Kind.SHAPE, "a batch is an object with a list '" + Wire.LOGS + "'");
            }
            List<Row> rows = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean isLogs = parser.currentName().equals(Wire.LOGS);
                parser.nextToken();
                if (isLogs) {
                    rows = rows(parser);
                } else {
                    parser.skipChildren();
                }
            }
            requireEnd(parser);
            if (rows == null) {
                throw new BodyException(Kind.SHAPE, "a batch has a list '" + Wire.LOGS + "', this one has none");
            }
            return rows;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private List<Row> rows(JsonParser parser) throws IOException, BodyException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BodyException(Kind.SHAPE, "'" + Wire.LOGS + "' is not a list");
        }
        List<Row> rows = new ArrayList<>();
        EventParser events = new EventParser(parser, limits);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (rows.size() == limits.maxBatchEvents()) {
                throw new BodyException(Kind.TOO_LARGE, "a batch of more than " + limits.maxBatchEvents() + " events");
            }
            rows.add(events.read());
        }
        return rows;
    }

    /** Reads one event. */
    public Row single(byte[] body) throws BodyException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() == null) {
                throw new BodyException(Kind.MALFORMED, "the body is empty");
            }
            Row row = new EventParser(parser, limits).read();
            requireEnd(parser);
            return row;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static void requireEnd(JsonParser parser) throws IOException, BodyException {
        if (parser.nextToken() != null) {
            throw new BodyException(Kind.MALFORMED, "more than one JSON value");
        }
    }

    /** Without the text around the fault: it may be a secret. */
    private static BodyException malformed(IOException e) {
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return new BodyException(
                    Kind.MALFORMED,
                    "the body is not JSON in UTF-8: fault at byte "
                            + Math.max(0, json.getLocation().getByteOffset()));
        }
        return new BodyException(Kind.MALFORMED, "the body is not JSON in UTF-8");
    }
}
