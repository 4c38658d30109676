package io.pixsim.logging.sink;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of keys or certificates, PKCS12 or JKS.
 *
 * @param file where it is
 * @param password what opens it; never shown
 */
public record KeyFile(Path file, String password) {

    /**
     * A file and what opens it.
     *
     * @param file where it is
     * @param password what opens it
     */
    public KeyFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
