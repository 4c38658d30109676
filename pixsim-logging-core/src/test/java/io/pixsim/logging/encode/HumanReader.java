package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of lines for people, written from the console grammar that the PixSim log reader follows, not from the writer:
 *
 * <pre>{@code
 * line    = "[" 2DIGIT ":" 2DIGIT ":" 2DIGIT "]" 1*WS level 1*WS service 1*WS event [ 1*WS rest ]
 * level   = 3*8 letters, digits, underscores
 * service = 1*non-blank
 * event   = 1*non-blank
 * field   = (word boundary) key "=" value, searched anywhere in rest; of two with one key the later counts
 * key     = 2*20 of a-z and "_"
 * value   = 1*non-blank
 * }</pre>
 *
 * Blanks and word characters are those of Unicode. Colours are taken away first.
 */
record HumanReader(String level, String service, String event, Map<String, String> fields, List<String> below) {

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern LINE = Pattern.compile(
            "\\[[0-9]{2}:[0-9]{2}:[0-9]{2}]\\s+([A-Za-z0-9_]{3,8})\\s+(\\S+)\\s+(\\S+)(?:\\s+([^\\n]*))?", UNICODE);
    private static final Pattern FIELD = Pattern.compile("(?<![\\p{L}\\p{N}_])([a-z_]{2,20})=(\\S+)", UNICODE);

    /** Reads what one event was written as. */
    static HumanReader read(String written) {
        assertThat(written).endsWith("\n");
        String[] lines = withoutColours(written).split("\n", -1);
        Matcher line = LINE.matcher(lines[0]);
        assertThat(line.matches()).as(lines[0]).isTrue();
        Map<String, String> fields = new HashMap<>();
        if (line.group(4) != null) {
            FIELD.matcher(line.group(4)).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        }
        List<String> below = List.of(lines).subList(1, lines.length - 1);
        return new HumanReader(line.group(1), line.group(2), line.group(3), fields, below);
    }

    static String withoutColours(String written) {
        return COLOUR.matcher(written).replaceAll("");
    }

    /** The value as it was, where it held no middle dot and no backslash itself. */
    String field(String key) {
        String written = fields.get(key);
        return written == null ? null : written.equals("\"\"") ? "" : unescape(written.replace('·', ' '));
    }

    private static String unescape(String text) {
        return Pattern.compile("\\\\(u[0-9a-f]{4}|[nrt])")
                .matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1).charAt(0)) {
                            case 'n' -> "\n";
                            case 'r' -> "\r";
                            case 't' -> "\t";
                            default ->
                                String.valueOf(
                                        (char) Integer.parseInt(escape.group(1).substring(1), 16));
                        }));
    }
}
