package io.pixsim.logging.rolling;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who may read and write a file, to be handed on to the one that takes its place: services of several users share a file, and
 * some files are for nobody else's eyes. Where the system knows no such rights, there is nothing to hand on. No link is
 * followed: whoever may write to the folder must not choose whose rights are changed.
 */
final class FileRights {

    private static final FileAttribute<?>[] NONE = new FileAttribute<?>[0];
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final @Nullable PosixFileAttributes of;

    private FileRights(@Nullable PosixFileAttributes of) {
        this.of = of;
    }

    static FileRights of(Path file) {
        PosixFileAttributeView view = view(file);
        try {
            return new FileRights(view == null ? null : view.readAttributes());
        } catch (IOException e) { // it is gone
            return new FileRights(null);
        }
    }

    /** A new file that nobody may use who may not use the other. */
    SeekableByteChannel create(Path file) throws IOException {
        return Files.newByteChannel(
                file,
                NEW,
                of == null ? NONE : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(of.permissions())});
    }

    /** Lets all use a file who may use the other, as far as this process may. */
    void giveTo(Path file) {
        PosixFileAttributeView view = view(file);
        if (of == null || view == null) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = new HashSet<>(of.permissions());
            if (!giveGroup(view, of)) {
                permissions.removeIf(each -> each.name().startsWith("GROUP_"));
            }
            view.setPermissions(permissions);
        } catch (IOException e) { // it is somebody else's
            return;
        }
    }

    private static boolean giveGroup(PosixFileAttributeView view, PosixFileAttributes of) {
        try {
            if (!view.readAttributes().group().equals(of.group())) {
                view.setGroup(of.group());
            }
            return true;
        } catch (IOException e) { // this process does not belong to it
            return false;
        }
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
