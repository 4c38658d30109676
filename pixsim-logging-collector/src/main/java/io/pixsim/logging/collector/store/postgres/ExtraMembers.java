package io.pixsim.logging.collector.store.postgres;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.pixsim.logging.collector.entry.EntryId;
import org.jspecify.annotations.Nullable;

/** Takes out of {@code extra} what has a column elsewhere. What others wrote there may be anything. */
final class ExtraMembers {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES) // into a table that is never emptied
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<String, EntryId> taken = new HashMap<>();
    private final @Nullable String rest;

    private ExtraMembers(@Nullable String extra, Set<String> names, Set<String> numbers) {
        rest = extra == null || extra.strip().equals("null") ? null : read(extra, names, numbers);
    }

    /** Takes texts and numbers of some names, and of other names what is a whole number of 64 bits. */
    static ExtraMembers take(@Nullable String extra, Set<String> names, Set<String> numbers) {
        return new ExtraMembers(extra, names, numbers);
    }

    /** What was under a name, when it was a text or a number; and whether it was a number. */
    @Nullable
    EntryId get(String name) {
        return taken.get(name);
    }

    /** All else, as a JSON object, or null. */
    @Nullable
    String rest() {
        return rest;
    }

    private @Nullable String read(String extra, Set<String> names, Set<String> numbers) {
        StringWriter copy = new StringWriter(extra.length());
        boolean isEmpty = true;
        try (JsonParser in = JSON.createParser(extra);
                JsonGenerator out = JSON.createGenerator(copy)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return wrapped(extra);
            }
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                boolean isWhole = value == JsonToken.VALUE_NUMBER_INT && Fitting.isWhole(in.getText(), Long.SIZE);
                if ((names.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL)
                        || (numbers.contains(name) && isWhole)) {
                    taken.put(name, new EntryId(whole(in.getText()), value == JsonToken.VALUE_NUMBER_INT));
                    continue;
                }
                isEmpty = false;
                out.writeFieldName(whole(name));
                copyValue(in, out, value);
            }
            out.writeEndObject();
        } catch (IOException e) { // nested too deep, for one
            taken.clear();
            return wrapped(extra);
        }
        return isEmpty ? null : copy.toString();
    }

    private static void copyValue(JsonParser in, JsonGenerator out, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            out.writeString(whole(in.getText()));
        } else if (value.isNumeric()) {
            out.writeNumber(in.getText());
        } else {
            out.copyCurrentStructureExact(in);
        }
    }

    private static String wrapped(String extra) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("extra_raw", whole(extra));
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** A text without null characters and with no half of a character. */
    static String whole(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0).forEach(c -> clean.appendCodePoint(isHalf(c) ? 0xFFFD : c));
        return clean.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
