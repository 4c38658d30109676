package io.pixsim.logging.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Which file it is, whatever it is called: what the system says, or when it was made where the system says nothing. */
record FileKey(Object identity) {

    static FileKey of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileKey(key != null ? key : attributes.creationTime());
    }

    static FileKey of(Path file) throws IOException {
        return of(attributes(file));
    }

    static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
