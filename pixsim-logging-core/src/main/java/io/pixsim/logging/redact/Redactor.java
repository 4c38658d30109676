package io.pixsim.logging.redact;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Decides what of a value may be written. Under a sensitive key everything goes, whole subtrees too; of a text the secrets
 * in it go, and all the rest stays as it is. Safe for use by many threads; never throws; does not depend on the default
 * locale. The work on a text grows with its length and no faster.
 */
public final class Redactor {

    /** What is written in place of what must not be. */
    public static final String MASK = Mask.PLAIN;

    private final KeyDecisions keys;
    private final TextRedactor texts;
    private final Mask mask;
    private final Counters counters;

    /**
     * A redactor that follows a policy.
     *
     * @param policy what is hidden
     */
    public Redactor(RedactionPolicy policy) {
        KeyRules rules = policy.keyRules();
        this.mask = new Mask(policy.fingerprintKey());
        this.counters = new Counters();
        this.keys = new KeyDecisions(rules::level);
        this.texts = new TextRedactor(policy, rules, mask, counters);
    }

    /** A redactor of parts: the benchmarks make one that reads nothing, to tell what reading costs. */
    Redactor(KeyDecisions keys, TextRedactor texts) {
        this.mask = new Mask(null);
        this.counters = new Counters();
        this.keys = keys;
        this.texts = texts;
    }

    /**
     * Whether whatever stands under a key must not be written.
     *
     * @param key the key, at whatever depth
     * @return true when a mask is written instead
     */
    public boolean isSensitive(String key) {
        return keys.isSensitive(key);
    }

    /**
     * Whether it takes a look at the value to say whether a key hides it: {@code tokens} may be a number of words, {@code
     * auth} a way to log in.
     *
     * @param key the key
     * @return true when {@link #hides} has to be asked for each value
     */
    public boolean dependsOnValue(String key) {
        return keys.dependsOnValue(key);
    }

    /**
     * Whether a value must not be written under a key.
     *
     * @param key the key
     * @param value the value; null is never hidden
     * @return true when a mask is written instead
     */
    public boolean hides(String key, @Nullable Object value) {
        return keys.hides(key, value);
    }

    /**
     * Whether a value is written although its key is a sensitive one: flags and what is empty, what stands in for a
     * secret, a JSON schema, the settings of a session.
     *
     * @param key the key
     * @param value the value
     * @return true when the value is read like one under any other key
     */
    public boolean isOpen(String key, Object value) {
        return keys.isOpen(key, value);
    }

    /**
     * Whether it takes a look at the other members of a map to say whether a key hides its value: {@code value} may stand
     * beside a name.
     *
     * @param key the key
     * @return true when {@link #hidesInPair} has to be asked in each map
     */
    public boolean dependsOnPair(String key) {
        return keys.dependsOnPair(key);
    }

    /**
     * Whether a member of a map is the value of what another one names: {@code {"name": "Authorization", "value": …}}.
     *
     * @param key the key of the member
     * @param map the map it is in
     * @return true when a mask is written instead of the value
     */
    public boolean hidesInPair(String key, Map<?, ?> map) {
        return keys.hidesInPair(key, map);
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
        return keys.hidesNext(before, element, pair);
    }

    /**
     * A text without its secrets.
     *
     * @param raw the text, before any cut
     * @return the same instance when it holds none, else a copy with a mask in place of each
     */
    public String text(String raw) {
        return texts.redact(raw);
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
        return texts.failedDetectors();
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
        return texts.suspects(classes, length);
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
        return texts.suspects(text, ascii, at, classes);
    }

    /** What {@link #outlineOf} gives for a character without which a text has no outline. */
    public static final byte NO_OUTLINE = Outline.NONE;

    /**
     * For encoders that look at each character anyway: what stands for one in the outline of a text, which has a byte for
     * each.
     *
     * @param c a character
     * @return itself, if it is ASCII; {@link #NO_OUTLINE} when there is nothing that stands for it
     */
    public static byte outlineOf(char c) {
        return Outline.of(c);
    }

    /**
     * Whether {@link #text} has to be asked about a text that has an outline.
     *
     * @param text the text
     * @param outline the {@link #outlineOf} its characters, from a place on, with a quote and seven more bytes behind
     * @param at the place
     * @return false only when {@link #text} would give back the same
     */
    public boolean suspectsOutlined(String text, byte[] outline, int at) {
        return texts.suspectsOutlined(text, outline, at);
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

    int remembered() {
        return keys.remembered();
    }

    private String of(@Nullable Object value) {
        if (value instanceof String text) {
            return mask.of(text);
        }
        return value instanceof Number number ? mask.of(number.toString()) : MASK;
    }
}
