package io.pixsim.logging.http.endpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import io.pixsim.logging.sink.KeyFile;
import io.pixsim.logging.sink.Tls;

/** Key stores made by the JDK's own tool, each with one self-signed certificate; one trusts another by holding it. */
public final class Certificates {

    public static final String PASSWORD = "changeit-hunter2";

    private Certificates() {}

    /** A key store for {@code localhost}. */
    public static KeyFile selfSigned(Path folder, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return new KeyFile(file, PASSWORD);
    }

    /** What shows the one certificate and trusts the other. */
    public static Tls tls(KeyFile own, KeyFile trusted) {
        return Tls.of(Optional.of(own), Optional.of(trusted));
    }
}
