package io.pixsim.logging.encode;

import java.util.concurrent.ConcurrentHashMap;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/** The keys seen so far, up to a bound; others are made anew each time. Safe for use by many threads. */
final class KeyTable {

    private static final int MAX_KEYS = 4096;
    private static final int MAX_LENGTH = 128;
    private static final int RECENT = 256;

    private final Redactor redactor;
    private final Limits limits;
    private final Spelling spelling;
    private final KeyTable members;
    private final ConcurrentHashMap<String, Key> keys = new ConcurrentHashMap<>();
    /** Entries never change, and one that another thread replaces is found above. */
    private final @Nullable Entry[] recent = new Entry[RECENT];

    private final Key[] catalog;

    KeyTable(Redactor redactor, Limits limits) {
        this(redactor, limits, Spelling.STANDARD);
    }

    KeyTable(Redactor redactor, Limits limits, Spelling spelling) {
        this.redactor = redactor;
        this.limits = limits;
        this.spelling = spelling;
        this.members = spelling.keepsNames() ? this : new KeyTable(redactor, limits);
        this.catalog = Fields.all().stream().map(field -> key(field.name())).toArray(Key[]::new);
    }

    /** The keys of what stands inside a value: only an event's own fields have another name. */
    KeyTable members() {
        return members;
    }

    /** What every text goes through. */
    Redactor redactor() {
        return redactor;
    }

    Key key(@Nullable String name) {
        String text = name == null ? "null" : name;
        int place = place(text);
        Entry entry = recent[place];
        return entry != null && entry.name.equals(text) ? entry.key : find(text, place);
    }

    private Key find(String name, int place) {
        Key known = keys.get(name);
        if (known == null) {
            return learn(name);
        }
        recent[place] = new Entry(name, known);
        return known;
    }

    private static int place(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & (RECENT - 1);
    }

    /** The key of the catalog's field at a place. */
    Key known(int position) {
        return catalog[position];
    }

    /** What a value stands under that can't stand under a key itself. */
    Key raw(Key key) {
        return derived(key, Wire.RAW_SUFFIX);
    }

    /** What the second, third, … value of one key stands under. */
    Key numbered(Key key, int number) {
        return derived(key, "_" + number);
    }

    /** A key of another name that hides what the first one hides. */
    private Key derived(Key key, String suffix) {
        Key other = key(key.name() + suffix);
        return other.isSensitive() == key.isSensitive()
                ? other
                : new Key(other.name(), other.name(), redactor, true, other.isReserved(), false);
    }

    private Key learn(String name) {
        String meant = spelling.meant(name);
        String spelled = redactor.text(spelling.written(meant));
        String written = Utf8Buffer.asWritten(limits.clip(spelled));
        boolean sensitive = hides(name) || hides(written);
        boolean reserved = isReserved(meant);
        Key key = new Key(written, meant, redactor, sensitive, reserved, !written.equals(spelled));
        if (name.length() > MAX_LENGTH || keys.size() >= MAX_KEYS) {
            return key;
        }
        Key earlier = keys.putIfAbsent(name, key);
        return earlier != null ? earlier : key;
    }

    private static boolean isReserved(String name) {
        return Wire.RESERVED_KEYS.contains(name) || name.equals(Wire.EVENT_UID);
    }

    private boolean hides(String name) {
        return redactor.isSensitive(name) && !redactor.dependsOnValue(name);
    }

    private record Entry(String name, Key key) {}
}
