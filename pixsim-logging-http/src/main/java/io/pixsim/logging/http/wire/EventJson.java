package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** Reads finished events token by token, without making values of them. */
final class EventJson {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            // The default pool is thread-local, which leaks in class loaders that go away.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private EventJson() {}

    /** A parser that stands at the start of the object. */
    static JsonParser object(byte[] event) throws IOException {
        JsonParser parser = FACTORY.createParser(event);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.close();
            throw new IOException("not a JSON object");
        }
        return parser;
    }

    /** The text of the value at which the parser stands; the parser then stands at its end. */
    static byte[] slice(JsonParser parser, byte[] event) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(event, from, to);
    }
}
