package io.pixsim.logging.collector.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.store.Position;
import org.jspecify.annotations.Nullable;

/** Places as clients hand them back. What is in one is nobody's business but ours. */
final class Cursors {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

    private Cursors() {}

    static @Nullable String write(@Nullable Position place) {
        if (place == null) {
            return null;
        }
        byte[] text = (place.micros() + ":" + place.id()).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static @Nullable Position read(@Nullable String cursor) throws ParameterException {
        if (cursor == null) {
            return null;
        }
        Matcher place = PLACE.matcher(decoded(cursor));
        if (!place.matches()) {
            throw new ParameterException("cursor", "cursor is not one that was given out: " + cursor);
        }
        return new Position(Long.parseLong(place.group(1)), Long.parseLong(place.group(2)));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
