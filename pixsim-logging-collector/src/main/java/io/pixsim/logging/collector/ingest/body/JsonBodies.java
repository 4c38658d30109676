package io.pixsim.logging.collector.ingest.body;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;

/** Opens bodies that are JSON, and says what is wrong with them. */
public final class JsonBodies {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            // Python writes these where it is not told otherwise.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // A body has a limit, and a number that is too long to be one stays text.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            // The default pool is thread-local, which leaks in class loaders that go away.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private JsonBodies() {}

    /** A parser of a body. */
    public static JsonParser open(byte[] body) throws IOException {
        return FACTORY.createParser(body);
    }

    static JsonParser open(byte[] body, int from, int to) throws IOException {
        return FACTORY.createParser(body, from, to - from);
    }

    /** Refuses what comes after the value that was read. */
    public static void requireEnd(JsonParser parser) throws IOException, BodyException {
        if (parser.nextToken() != null) {
            throw new BodyException(Kind.MALFORMED, "more than one JSON value");
        }
    }

    /** Without the text around the fault: it may be a secret. */
    public static BodyException malformed(IOException e) {
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return new BodyException(
                    Kind.MALFORMED,
                    "the body is not JSON in UTF-8: fault at byte "
                            + Math.max(0, json.getLocation().getByteOffset()));
        }
        return new BodyException(Kind.MALFORMED, "the body is not JSON in UTF-8");
    }
}
