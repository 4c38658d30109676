package io.pixsim.logging.encode;

import java.util.regex.Pattern;

/** A throwable's class, and what was found out about its name once. */
final class KnownType {

    /** What the JVM or a proxy generator numbers as it goes. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$.*|\\d+");

    private final String name;
    private final int hash;
    private final byte[] json;

    KnownType(String name) {
        JsonWriter out = new JsonWriter(name.length());
        out.text(name, 0, name.length());
        this.name = name;
        this.hash = stableHash(name);
        this.json = out.toByteArray();
    }

    String name() {
        return name;
    }

    /** The same whatever number the class was given in this process. */
    int hash() {
        return hash;
    }

    /** The name, escaped. */
    byte[] json() {
        return json;
    }

    /** The same for one name, whatever number it was given in this process. */
    static int stableHash(String name) {
        return GENERATED.matcher(name).replaceAll("").hashCode();
    }
}
