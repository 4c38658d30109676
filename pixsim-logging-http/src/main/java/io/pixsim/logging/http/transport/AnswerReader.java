package io.pixsim.logging.http.transport;

import java.io.IOException;
import java.time.Instant;

import io.pixsim.logging.http.wire.AnswerBody;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads answers, of which no more is taken than is worth it. */
final class AnswerReader {

    private AnswerReader() {}

    /**
     * The answer.
     *
     * @throws IOException when a yes breaks off; a no says enough with its status
     */
    static Answer read(Response response, long mostBytes) throws IOException {
        String type = mediaType(response.body().contentType());
        BufferedSource source = response.body().source();
        boolean tooLong = false;
        try {
            tooLong = source.request(mostBytes + 1);
        } catch (IOException e) {
            if (response.isSuccessful()) {
                throw e;
            }
        }
        byte[] bytes = source.getBuffer()
                .readByteArray(Math.min(mostBytes, source.getBuffer().size()));
        return new Answer(
                response.code(),
                new AnswerBody(type, bytes),
                tooLong,
                RetryAfter.pause(response.header("Retry-After"), saidAt(response)));
    }

    /** By the endpoint's clock, which is the one that it reckons a date to wait for by. */
    private static Instant saidAt(Response response) {
        Instant date = response.headers().getInstant("Date");
        return date == null ? Instant.now() : date;
    }

    private static String mediaType(@Nullable MediaType type) {
        return type == null ? "" : type.type() + "/" + type.subtype();
    }
}
