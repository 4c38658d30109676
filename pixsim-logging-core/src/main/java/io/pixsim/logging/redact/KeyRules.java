package io.pixsim.logging.redact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which keys hold secrets, read word by word from the end. Immutable; makes no object for a key of ASCII letters. */
final class KeyRules {

    /** The key holds none. */
    static final int NO = 0;
    /** The key holds one when the value looks like it. */
    static final int WEAK = 1;
    /** As {@link #WEAK} in running text; a field of that name holds one. */
    static final int FIELD = 2;
    /** The key holds secrets, unless the value is a number. */
    static final int PLURAL = 3;
    /** Whatever stands under the key is one. */
    static final int STRONG = 4;

    private static final int MAX_NORMALIZED = 1024;
    private static final int SHORTEST_COMPACT = 6;
    private static final int LETTER_BITS = 5;

    private static final long TOKEN = Words.pack("token");
    private static final long KEY = Words.pack("key");
    private static final long CODE = Words.pack("code");
    private static final long PIN = Words.pack("pin");
    private static final long PASS = Words.pack("pass");
    private static final long PASSWORD = Words.pack("password");
    private static final long SECRET = Words.pack("secret");
    private static final long PULL = Words.pack("pull");
    private static final long PHRASE = Words.pack("phrase");
    private static final long ID = Words.pack("id");
    private static final long SID = Words.pack("sid");
    private static final long CONNECT = Words.pack("connect");
    private static final long SESSION = Words.pack("session");
    private static final long SIGNATURE = Words.pack("signature");
    private static final long NUMBER = Words.pack("number");
    private static final long CARD = Words.pack("card");
    private static final long STRING = Words.pack("string");
    private static final long STR = Words.pack("str");
    private static final long AUTH = Words.pack("auth");
    private static final long HEADER = Words.pack("header");
    private static final long VERIFIER = Words.pack("verifier");
    private static final long ASSERTION = Words.pack("assertion");
    private static final long COMFY = Words.pack("comfy");
    private static final long ORG = Words.pack("org");
    private static final long DATA = Words.pack("data");
    private static final long PAT = Words.pack("pat");

    private final CompactName[] added;
    private final Set<String> allowed;
    private final Endings endings;
    private final Endings runs;

    KeyRules(Set<String> added, Set<String> allowed) {
        this.added = added.stream().map(CompactName::new).toArray(CompactName[]::new);
        this.allowed = allowed;
        List<String> names = new ArrayList<>(Arrays.asList(Names.LAST.strip().split("\\s+")));
        names.addAll(List.of(LocalNames.ENDINGS.split(" ", -1)));
        names.addAll(added);
        this.endings = Endings.of(names);
        names.addAll(List.of("basic", "bearer", "api-key", "sha", "thin", "identified", "secretbytes"));
        names.addAll(Prose.TELLING_NAMES);
        this.runs = Endings.of(names);
    }

    /** Whether a range of a text may be such a key: false for most that are none. */
    boolean mayHold(CharSequence text, int from, int to) {
        return endings.match(text, from, to) && !isOtherData(text, from, to);
    }

    /** {@code metadata}, {@code data}: the word is one of {@code client-key-data} only. */
    private static boolean isOtherData(CharSequence text, int from, int to) {
        if ((text.charAt(to - 1) | 0x20) != 'a' || !Chars.startsWith(text, to - 4, "data")) {
            return false;
        }
        int key = Chars.isLetter(Chars.at(text, to - 5)) ? to - 7 : to - 8;
        return key < from || !Chars.startsWith(text, key, "key");
    }

    /** Whether a run may be one, or the name of a scheme, by its last four letters. */
    boolean mayTell(CharSequence text, int from, int to) {
        return runs.match(text, from, to) && !isOtherData(text, from, to);
    }

    /** As {@link #mayTell}, for a word of ASCII letters by the last four of them, as {@link Endings} has it. */
    boolean mayTell(int lastLetters) {
        return runs.match(lastLetters);
    }

    int level(String key) {
        return level(key, 0, key.length());
    }

    int level(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 128) {
                return levelOfWide(text.subSequence(from, to).toString());
            }
        }
        return levelOfNarrow(text, from, to);
    }

    private int levelOfWide(String key) {
        String narrow = key.length() <= MAX_NORMALIZED ? Normalizer.normalize(key, Normalizer.Form.NFKC) : key;
        StringBuilder letters = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = Chars.narrow(narrow.charAt(i));
            if (c == 0x130 || c == 0x131) { // what Turkish code makes of i and I
                letters.append(c == 0x130 ? 'I' : 'i');
            } else if (!Chars.isInvisible(c)) {
                letters.append(c);
            }
        }
        return levelOfNarrow(letters, 0, letters.length());
    }

    private int levelOfNarrow(CharSequence text, int from, int to) {
        int level = levelByWords(text, from, to);
        if (level == NO && LocalNames.isName(text, from, to)) {
            level = FIELD;
        }
        if (level < STRONG) {
            for (CompactName name : added) {
                if (name.isEndOf(text, from, to)) {
                    level = STRONG;
                }
            }
        }
        return level != NO && !allowed.isEmpty() && allowed.contains(CompactName.compact(text.subSequence(from, to)))
                ? NO
                : level;
    }

    /** Reads on from word to word, and holds the last three. */
    private static int levelByWords(CharSequence text, int from, int to) {
        long word = 0;
        long last = 0;
        long second = 0;
        long third = 0;
        long joined = 0;
        int letters = 0;
        boolean telling = false;
        boolean digits = false;
        int upper = 0;
        char before = 0;
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : 0;
            boolean letter = Character.isLetter(c);
            boolean isUpper = letter && Character.isUpperCase(c);
            boolean next = !letter
                    || (isUpper && !Character.isUpperCase(before) && Character.isLetter(before))
                    || (!isUpper && upper > 1 && !isPluralOfUpper(text, i, to, c));
            if (next && word != 0) {
                boolean shared = letter && !isUpper; // the last upper-case letter begins the new word
                long ended = shared ? word >> LETTER_BITS : word;
                telling |= Names.TELLING.has(ended);
                third = second;
                second = last;
                last = ended;
                word = shared ? word & ((1L << LETTER_BITS) - 1) : 0;
            }
            if (letter) {
                if (digits) {
                    joined = 0;
                    letters = 0;
                    digits = false;
                }
                word = Words.append(word, ascii(c));
                joined = Words.append(joined, ascii(c));
                letters++;
            } else if (Chars.isDigit(c)) {
                digits = true;
            }
            upper = isUpper ? upper + 1 : 0;
            before = c;
        }
        return telling ? NO : level(last, second, third, joined, letters);
    }

    private static boolean isPluralOfUpper(CharSequence text, int i, int to, char c) {
        return c == 's' && (i + 1 == to || !Character.isLetter(text.charAt(i + 1)));
    }

    /** Letters beyond ASCII are one that no name has. */
    private static char ascii(char c) {
        return c < 128 ? c : (char) 27;
    }

    private static int level(long last, long second, long third, long joined, int letters) {
        if (Names.TAIL.has(last) && second != 0 && last != second) {
            long rest = last == STRING && Names.BEFORE_STRING.has(second) ? 0 : levelOf(second, third);
            if (rest == STRONG) {
                return STRONG;
            }
        }
        if (last == DATA && second == KEY) { // client-key-data
            return levelOf(second, third);
        }
        if (last == KEY && second == Words.pack("x")) { // the header, and no tag such as EXT-X-KEY
            return third == 0 ? WEAK : NO;
        }
        if (last == ORG && second == COMFY) { // auth_token_comfy_org
            return third == TOKEN || third == KEY ? STRONG : NO;
        }
        int level = levelOf(last, second);
        return level != NO || isDone(last, second) ? level : levelOfJoined(joined, letters);
    }

    private static boolean isDone(long last, long second) {
        return (last == PASSWORD && Names.DONE.has(second))
                || (second == PULL && (last == SECRET || last >> LETTER_BITS == SECRET));
    }

    private static int levelOf(long last, long second) {
        int level = levelOfOne(last, second, false);
        boolean plural = level == NO && (last & 31) == ('s' & 31);
        return plural ? levelOfOne(last >> LETTER_BITS, second, true) : level;
    }

    private static int levelOfOne(long name, long before, boolean plural) {
        if (Names.SECRET.has(name)) {
            return isDone(name, before) ? NO : STRONG;
        }
        if (name == TOKEN) {
            return token(before, plural);
        }
        if (name == KEY) {
            return strongIf(Names.BEFORE_KEY.has(before) || endsInApi(before));
        }
        if (name == PASS && !plural) {
            return Names.BEFORE_PASS.has(before) ? STRONG : before == 0 ? WEAK : NO;
        }
        if (name == SESSION && !plural) {
            return before == 0 || Names.BEFORE_SESSION.has(before) ? FIELD : NO;
        }
        if (name == ID && Names.BEFORE_ID.has(before)) {
            return FIELD;
        }
        if (name == SID && !plural) {
            return before == 0 || before == CONNECT ? FIELD : NO;
        }
        return levelOfPair(name, before);
    }

    private static int levelOfPair(long name, long before) {
        if (name == SIGNATURE) {
            return before == 0 || Names.BEFORE_SIGNATURE.has(before) ? WEAK : NO;
        }
        if (name == AUTH) {
            return before == 0 || Names.BEFORE_AUTH.has(before) ? WEAK : NO;
        }
        if (name == PAT && before != 0) {
            return strongIf(Names.BEFORE_PAT.has(before));
        }
        if (Names.WEAK.has(name)) {
            return before == 0 ? WEAK : NO;
        }
        return strongIf((name == CODE && Names.BEFORE_CODE.has(before))
                || (name == PIN && (before == 0 || Names.BEFORE_PIN.has(before)))
                || (name == PHRASE && Names.BEFORE_PHRASE.has(before))
                || (name == NUMBER && Names.BEFORE_NUMBER.has(before))
                || (name == CARD && Names.BEFORE_CARD.has(before))
                || ((name == STRING || name == STR) && Names.BEFORE_STRING.has(before))
                || (name == HEADER && Names.BEFORE_HEADER.has(before))
                || (name == VERIFIER && Names.BEFORE_VERIFIER.has(before))
                || (name == ASSERTION && Names.BEFORE_ASSERTION.has(before))
                || (Names.HASHES.has(name) && Names.BEFORE_HASH.has(before)));
    }

    private static int token(long before, boolean plural) {
        if (plural) {
            return before == 0 || Names.BEFORE_TOKENS.has(before) ? PLURAL : NO;
        }
        return strongIf(!Names.BEFORE_NO_TOKEN.has(before));
    }

    private static boolean endsInApi(long word) {
        return (word & ((1L << (3 * LETTER_BITS)) - 1)) == Words.pack("api");
    }

    private static int levelOfJoined(long joined, int letters) {
        long singular = (joined & 31) == ('s' & 31) ? joined >> LETTER_BITS : 0;
        for (int length = Math.min(letters, 12); length >= SHORTEST_COMPACT; length--) {
            long mask = (1L << (LETTER_BITS * length)) - 1;
            if (Names.COMPACT.has(joined & mask) || Names.COMPACT.has(singular & mask)) {
                return STRONG;
            }
        }
        return NO;
    }

    private static int strongIf(boolean condition) {
        return condition ? STRONG : NO;
    }
}
