package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of texts that come again and again: constant messages, stages, what a context binds. Only of
 * texts without a secret that are written as they are. Bounded; one gives way to another that falls on its place. For one
 * thread.
 */
final class KnownTexts {

    private static final int PLACES = 256;
    private static final int LONGEST = 64;

    private final @Nullable Known[] known = new Known[PLACES];
    /** Samples of what fell on a place last: a text is kept when it comes a second time, as most come once. */
    private final int[] last = new int[PLACES];

    /** How a text was written under a key, its name included; null when it is not known. */
    byte @Nullable [] bytes(@Nullable Key key, String text, int place) {
        Known entry = known[place];
        return entry != null && entry.key == key && entry.text.equals(text) ? entry.bytes : null;
    }

    /** Takes note of the text that was written last, as it is. */
    void wrote(@Nullable Key key, String text, int place, Utf8Buffer out, int start) {
        if (text.length() > LONGEST) {
            return;
        }
        int sample = out.sample();
        if (last[place] == sample) {
            known[place] = new Known(key, text, out.copy(start));
        } else {
            last[place] = sample;
        }
    }

    /** Where a text belongs. */
    static int place(@Nullable Key key, String text) {
        int hash = CleanTexts.sample(key == null ? 0 : key.hash(), text);
        return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (PLACES - 1);
    }

    private static final class Known {

        private final @Nullable Key key;
        private final String text;
        private final byte[] bytes;

        private Known(@Nullable Key key, String text, byte[] bytes) {
            this.key = key;
            this.text = text;
            this.bytes = bytes;
        }
    }
}
