package io.pixsim.logging.redact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Decides what of a value may be written. Under a sensitive key everything goes, whole subtrees too; of a text the secrets
 * in it go, and all the rest stays as it is. Safe for use by many threads; never throws; does not depend on the default
 * locale. The work on a text grows with its length and no faster.
 */
public final class Redactor {

    /** What is written in place of what must not be. */
    public static final String MASK = Mask.PLAIN;

    private static final int MAX_REMEMBERED_KEYS = 4096;
    private static final int MAX_REMEMBERED_LENGTH = 128;
    private static final int MAX_PASSES = 4;
    private static final int LETTERS = Chars.LOWER | Chars.UPPER;
    private static final int SHORTEST_BARE = 13;
    private static final int SHORTEST_SENTENCE = 8;

    private final KeyRules keys;
    private final Detectors detectors;
    private final boolean hidesAddresses;
    private final Mask mask;
    private final Counters counters;
    private final ConcurrentHashMap<String, Integer> remembered = new ConcurrentHashMap<>();

    /**
     * A redactor that follows a policy.
     *
     * @param policy what is hidden
     */
    public Redactor(RedactionPolicy policy) {
        this.keys = policy.keyRules();
        this.detectors = new Detectors(policy.detectors());
        this.hidesAddresses = policy.hidesAddresses();
        this.mask = new Mask(policy.fingerprintKey());
        this.counters = new Counters();
    }

    /**
     * Whether whatever stands under a key must not be written.
     *
     * @param key the key, at whatever depth
     * @return true when a mask is written instead
     */
    public boolean isSensitive(String key) {
        return level(key) >= KeyRules.FIELD;
    }

    /**
     * Whether it takes a look at the value to say whether a key hides it: {@code tokens} may be a number of words, {@code
     * auth} a way to log in.
     *
     * @param key the key
     * @return true when {@link #hides} has to be asked for each value
     */
    public boolean dependsOnValue(String key) {
        int level = level(key);
        return level == KeyRules.WEAK || level == KeyRules.PLURAL;
    }

    /**
     * Whether a value must not be written under a key.
     *
     * @param key the key
     * @param value the value; null is never hidden
     * @return true when a mask is written instead
     */
    public boolean hides(String key, @Nullable Object value) {
        if (value == null || isOpen(key, value)) {
            return false;
        }
        return switch (level(key)) {
            case KeyRules.NO -> false;
            case KeyRules.WEAK -> value instanceof CharSequence text && Judge.looksRandom(text, 0, text.length());
            case KeyRules.PLURAL -> !(value instanceof Number) && Members.isRandomList(value);
            default -> true;
        };
    }

    /**
     * Whether a value is written although its key is a sensitive one: flags and what is empty, a JSON schema, the settings
     * of a session.
     *
     * @param key the key
     * @param value the value
     * @return true when the value is read like one under any other key
     */
    public boolean isOpen(String key, Object value) {
        return Members.isNothing(value)
                || Members.describes(value)
                || (level(key) == KeyRules.FIELD && Members.isSection(value));
    }

    /**
     * Whether a member of a map is the value of what another one names: {@code {"name": "Authorization", "value": …}}.
     *
     * @param key the key of the member
     * @param map the map it is in
     * @return true when a mask is written instead of the value
     */
    public boolean hidesInPair(String key, Map<?, ?> map) {
        return map.size() > 1
                && Pairs.isValue(key)
                && map.entrySet().stream()
                        .anyMatch(entry -> Pairs.isName(entry.getKey()) && isSensitiveName(entry.getValue()));
    }

    private boolean isSensitiveName(@Nullable Object value) {
        return value instanceof String name && isSensitive(name);
    }

    /**
     * Whether an element of a list is the value of what stands before it: {@code ["--password", …]}, {@code
     * ["Authorization", …]}, where names and values take turns.
     *
     * @param before the element before it, or null
     * @param element the element
     * @param pair whether the two are all of a list that stands in another one
     * @return true when a mask is written instead of the element
     */
    public boolean hidesNext(@Nullable Object before, @Nullable Object element, boolean pair) {
        if (!(before instanceof String name) || !Members.isName(name) || !isSensitive(name)) {
            return false;
        }
        boolean option = name.startsWith("-") && element instanceof String value && !value.startsWith("-");
        return option || (pair ? hides(name, element) : Members.isValue(element));
    }

    /**
     * A text without its secrets.
     *
     * @param raw the text, before any cut
     * @return the same instance when it holds none, else a copy with a mask in place of each
     */
    public String text(String raw) {
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
            return MASK;
        }
    }

    /**
     * What is written in place of a value under a sensitive key.
     *
     * @param value the value
     * @return the mask; with a fingerprint when the policy has a key for it and the value is a text or a number
     */
    public String mask(@Nullable Object value) {
        counters.count(Rule.KEY.label());
        return of(value);
    }

    /**
     * What is written in place of a value whose type says that it is secret.
     *
     * @param value the value
     * @return the mask, as {@link #mask} has it
     */
    public String maskOfType(@Nullable Object value) {
        counters.count(Rule.TYPE.label());
        return of(value);
    }

    /**
     * Whether a number is that of a payment card, of 14 to 16 digits: longer ones are mostly ids.
     *
     * @param number any number
     * @return true when it has an issuer's prefix, its length and the right check digit
     */
    public static boolean isCard(long number) {
        return number < 10_000_000_000_000_000L && number >= 10_000_000_000_000L && Cards.isCard(number);
    }

    /**
     * How often each rule, and each detector by its name, hid something.
     *
     * @return a snapshot of those above zero
     */
    public Map<String, Long> counts() {
        return counters.snapshot();
    }

    /**
     * How many detectors threw something, and are not asked any more.
     *
     * @return 0 to the number of detectors of the policy
     */
    public int failedDetectors() {
        return detectors.failed();
    }

    /**
     * For encoders that look at each character anyway: the classes of one, to be joined with those of the others of a text
     * by a bitwise or and handed to {@link #suspects}.
     *
     * @param c a character
     * @return a set of bits
     */
    public static int classOf(char c) {
        return Chars.classOf(c);
    }

    /**
     * Whether {@link #text} has to be asked about a text of which no more is known than what it consists of.
     *
     * @param classes the {@link #classOf} of all its characters, joined
     * @param length its length
     * @return false only when {@link #text} would give back the same
     */
    public boolean suspects(int classes, int length) {
        if ((classes & (Chars.SEPARATOR | Chars.QUOTE | Chars.WIDE)) != 0 || hasOwnRules()) {
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

    /**
     * Whether {@link #text} has to be asked about a text of ASCII characters.
     *
     * @param text the text
     * @param ascii its characters, from a place on, with at least seven more bytes behind them
     * @param at the place
     * @param classes the {@link #classOf} of all its characters, joined, and more where they are not known
     * @return false only when {@link #text} would give back the same
     */
    public boolean suspects(String text, byte[] ascii, int at, int classes) {
        if (hasOwnRules()) {
            return true;
        }
        return isRun(classes) ? Triggers.alone(text, classes) : Triggers.any(text, ascii, at, keys);
    }

    /**
     * Whether a text is one word or id, without a blank or a sign but dashes and dots.
     *
     * @param classes the {@link #classOf} of all its characters, joined
     * @return whether it is
     */
    public static boolean isRun(int classes) {
        return (classes & ~Chars.RUN) == 0;
    }

    private boolean hasOwnRules() {
        return hidesAddresses || !detectors.isEmpty();
    }

    int remembered() {
        return remembered.size();
    }

    private String of(@Nullable Object value) {
        if (value instanceof String text) {
            return mask.of(text);
        }
        return value instanceof Number number ? mask.of(number.toString()) : MASK;
    }

    private int level(String key) {
        Integer known = remembered.get(key);
        if (known != null) {
            return known;
        }
        int level = keys.level(key);
        if (key.length() <= MAX_REMEMBERED_LENGTH && remembered.size() < MAX_REMEMBERED_KEYS) {
            remembered.put(key, level);
        }
        return level;
    }

    private String hide(String text, boolean ask) {
        boolean scan = Triggers.any(text, keys);
        if (!scan && !hasOwnRules()) {
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
