package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions that the build took. */
public final class Versions {

    private static final Properties ALL = load();

    private Versions() {}

    /**
     * A version.
     *
     * @param key whose
     * @return the version, or a question mark
     */
    public static String of(String key) {
        return ALL.getProperty(key, "?");
    }

    private static Properties load() {
        Properties all = new Properties();
        try (InputStream file = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            all.load(file);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
