package io.pixsim.logging.redact;

/** Files of model weights by an absolute local path: the folder is nobody's business, the file's name is. */
final class Weights {

    private static final Words ENDINGS = Words.of("""
            safetensors ckpt pt pth bin gguf ggml onnx pkl pickle engine trt tflite pb npz joblib mar plan msgpack mlmodel \
            keras nemo pdparams caffemodel""");
    /** What follows while a file is fetched or written. */
    private static final Words UNFINISHED = Words.of("tmp temp part partial incomplete download lock bak");

    private static final String UNFINISHED_FIRST = "tpidlb";

    private Weights() {}

    /** Whether a run ends like the name of such a file. */
    static boolean isName(CharSequence text, int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == '.') {
            end--;
        }
        int dot = lastDot(text, from, end);
        if (dot > from && UNFINISHED_FIRST.indexOf(text.charAt(dot + 1)) >= 0 && UNFINISHED.has(text, dot + 1, end)) {
            end = dot;
            dot = lastDot(text, from, end);
        }
        return dot > from && isEnding(text, dot + 1, end);
    }

    /** The dot before an ending; the beginning where there is none. */
    private static int lastDot(CharSequence text, int from, int end) {
        int dot = end - 1;
        while (dot > from && dot > end - 13 && text.charAt(dot) != '.') {
            dot--;
        }
        return dot > from && text.charAt(dot) == '.' ? dot : from;
    }

    /** Whether a character belongs to a file's name, although it ends a run. */
    static boolean isInName(char c) {
        return c == '=' || c == '+' || c == '@' || c == '~' || c == '#';
    }

    private static boolean isEnding(CharSequence text, int from, int to) {
        return Chars.is(text, from, to, "h5") || ENDINGS.has(text, from, to);
    }

    /** {@code \/srv}: a slash as JSON may write it, and no second one, as a URL has. */
    static boolean isEscaped(CharSequence text, int from) {
        boolean slash = Chars.startsWith(text, from, "\\/");
        return slash && !Chars.startsWith(text, from + 2, "\\/") && Chars.isInRun(Chars.at(text, from + 2));
    }

    /** Where an absolute path begins that begins at or just before a place; -1 when none does. */
    static boolean isAbsolute(CharSequence text, int from) {
        char first = Chars.at(text, from);
        char second = Chars.at(text, from + 1);
        if (first == '/') {
            return second != '/';
        }
        if (first == '\\') {
            return second == '\\' || isEscaped(text, from);
        }
        if (first == '~') {
            return second == '/' || second == '\\';
        }
        if (Chars.isLetter(first) && second == ':') {
            char third = Chars.at(text, from + 2);
            return third == '\\' || (third == '/' && Chars.at(text, from + 3) != '/');
        }
        return Chars.startsWith(text, from, "file:/") || Chars.startsWith(text, from, "$home/");
    }
}
