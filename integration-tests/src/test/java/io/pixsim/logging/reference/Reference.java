package io.pixsim.logging.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file below {@code docs} that is generated. A test holds the committed file to what is generated now; with {@code
 * -Dpixsim.docs.write=true} it writes the file instead.
 */
final class Reference {

    private static final Path DOCS = Path.of("..", "docs");

    private Reference() {}

    static void check(String name, String generated) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("pixsim.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("docs/%s, which -Dpixsim.docs.write=true rewrites", name)
                .hasContent(generated);
    }
}
