package io.pixsim.logging.redact;

/** Takes the secrets out of texts, and tells which texts need no look. For many threads. */
class TextRedactor {

    private static final int MAX_PASSES = 4;
    private static final int LETTERS = Chars.LOWER | Chars.UPPER;
    private static final int SHORTEST_BARE = 13;
    private static final int SHORTEST_SENTENCE = 8;

    private final KeyRules keys;
    private final Detectors detectors;
    private final boolean hidesAddresses;
    private final boolean hasOwnRules;
    private final Mask mask;
    private final Counters counters;

    TextRedactor(RedactionPolicy policy, KeyRules keys, Mask mask, Counters counters) {
        this.keys = keys;
        this.detectors = new Detectors(policy.detectors());
        this.hidesAddresses = policy.hidesAddresses();
        this.hasOwnRules = hidesAddresses || !detectors.isEmpty();
        this.mask = mask;
        this.counters = counters;
    }

    String redact(String raw) {
        try {
            String text = raw;
            for (int pass = 0; pass < MAX_PASSES; pass++) {
                String hidden = hide(text, pass == 0);
                if (hidden.equals(text)) {
                    return text;
                }
                text = hidden;
            }
            return text;
        } catch (RuntimeException | StackOverflowError e) { // what can't be read can't be told to be clean
            return Mask.PLAIN;
        }
    }

    boolean suspects(int classes, int length) {
        if ((classes & (Chars.SEPARATOR | Chars.QUOTE | Chars.WIDE)) != 0 || hasOwnRules) {
            return true;
        }
        boolean digit = (classes & Chars.DIGIT) != 0;
        boolean slash = (classes & Chars.SLASH) != 0;
        boolean blank = (classes & Chars.BLANK) != 0;
        boolean word = (classes & LETTERS) != 0 && (classes & ~Chars.RUN) == 0;
        return (digit && length >= (word ? Shapes.SHORTEST : SHORTEST_BARE))
                || Shapes.mayHoldWithoutDigit(length, classes)
                || (slash && (classes & Chars.DOT) != 0)
                || (blank && length >= SHORTEST_SENTENCE && (digit || (classes & (Chars.UPPER | Chars.DASH)) != 0));
    }

    boolean suspects(String text, byte[] ascii, int at, int classes) {
        if (hasOwnRules) {
            return true;
        }
        return Redactor.isRun(classes) ? Triggers.alone(text, classes) : Runs.any(text, ascii, at, true, keys);
    }

    boolean suspectsOutlined(String text, byte[] outline, int at) {
        return hasOwnRules || Runs.any(text, outline, at, false, keys);
    }

    int failedDetectors() {
        return detectors.failed();
    }

    private String hide(String text, boolean ask) {
        boolean scan = Runs.any(text, keys);
        if (!scan && !hasOwnRules) {
            return text;
        }
        Spans spans = new Spans();
        if (scan) {
            new Scanner(text, keys, spans).scan();
        }
        if (hidesAddresses) {
            Addresses.find(text, spans);
        }
        if (ask) {
            detectors.find(text, spans);
        }
        return spans.isEmpty() ? text : masked(text, spans);
    }

    /** Parts that overlap become one. */
    private String masked(String text, Spans spans) {
        StringBuilder hidden = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < spans.size(); i++) {
            int from = Math.max(copied, spans.from(i));
            int to = spans.to(i);
            String reason = spans.reason(i);
            while (i + 1 < spans.size() && spans.from(i + 1) < to) {
                to = Math.max(to, spans.to(++i));
            }
            if (to > from) {
                counters.count(reason);
                hidden.append(text, copied, from).append(mask.of(text.subSequence(from, to)));
                copied = to;
            }
        }
        return hidden.append(text, copied, text.length()).toString();
    }
}
