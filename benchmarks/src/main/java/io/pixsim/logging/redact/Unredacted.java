package io.pixsim.logging.redact;

/** What no policy can ask for: a redactor that hides nothing, to be compared with one that does. */
public final class Unredacted {

    private Unredacted() {}

    /**
     * A redactor without a rule.
     *
     * @return one that reads no text and knows no key
     */
    public static Redactor redactor() {
        return new Redactor(new KeyDecisions(key -> KeyRules.NO), new Texts());
    }

    /** Texts as they are. */
    private static final class Texts extends TextRedactor {

        Texts() {
            super(RedactionPolicy.standard(), RedactionPolicy.standard().keyRules(), new Mask(null), new Counters());
        }

        @Override
        String redact(String raw) {
            return raw;
        }

        @Override
        boolean suspects(int classes, int length) {
            return false;
        }

        @Override
        boolean suspects(String text, byte[] ascii, int at, int classes) {
            return false;
        }
    }
}
