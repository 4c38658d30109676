package io.pixsim.logging.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A line as text. What is no UTF-8 becomes the replacement character. */
final class LineText {

    private LineText() {}

    static String of(Lines lines) {
        return new String(lines.array(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Lines lines) {
        return Arrays.copyOfRange(lines.array(), lines.from(), lines.to());
    }
}
