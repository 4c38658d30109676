package io.pixsim.logging.test.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/** Takes a request apart: events, or the refusal of the whole call. */
final class BodyReader {

    private final ErrorBodies errors;

    BodyReader(ErrorBodies errors) {
        this.errors = errors;
    }

    /** The events of {@code {"logs":[…]}}. */
    List<Map<String, @Nullable Object>> batch(Exchange request) throws Refusal {
        Map<String, @Nullable Object> body = object(request);
        if (!body.containsKey(Wire.LOGS)) {
            throw refusal(ShapeFault.missing(Wire.LOGS));
        }
        if (!(body.get(Wire.LOGS) instanceof List<?> logs)) {
            throw refusal(ShapeFault.noList(Wire.LOGS));
        }
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            events.add(event(logs.get(i), i));
        }
        return events;
    }

    /** The one event that is the body itself. */
    Map<String, @Nullable Object> single(Exchange request) throws Refusal {
        Map<String, @Nullable Object> event = object(request);
        for (String key : List.of("level", "service")) {
            if (!event.containsKey(key)) {
                throw refusal(ShapeFault.missing(key));
            }
            if (!(event.get(key) instanceof String)) {
                throw refusal(ShapeFault.noText(key));
            }
        }
        return event;
    }

    @SuppressWarnings("unchecked") // JsonReader makes maps with text keys only
    private Map<String, @Nullable Object> event(@Nullable Object element, int index) throws Refusal {
        if (!(element instanceof Map)) {
            throw refusal(ShapeFault.noEvent(Wire.LOGS, index));
        }
        return (Map<String, @Nullable Object>) element;
    }

    @SuppressWarnings("unchecked") // JsonReader makes maps with text keys only
    private Map<String, @Nullable Object> object(Exchange request) throws Refusal {
        checkUtf8(request.body());
        if (!isJson(request.header("Content-Type"))) {
            throw refusal(ShapeFault.NO_OBJECT);
        }
        try {
            if (JsonReader.read(request.body()) instanceof Map<?, ?> map) {
                return (Map<String, @Nullable Object>) map;
            }
        } catch (IOException e) {
            throw refusal(ShapeFault.NO_JSON);
        }
        throw refusal(ShapeFault.NO_OBJECT);
    }

    private void checkUtf8(byte[] body) throws Refusal {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new Refusal(errors.of(400, "There was an error parsing the body"));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return mediaType.equals(Wire.MEDIA_TYPE) || mediaType.endsWith("+json");
    }

    private Refusal refusal(ShapeFault fault) {
        return new Refusal(errors.invalid(fault));
    }

    /** The whole call is answered with an error; no event of it is looked at. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Refusal(Reply reply) {
            super("status " + reply.status(), null, false, false);
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }
}
