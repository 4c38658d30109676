package io.pixsim.logging.collector.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The files of the page, read once. The shell names all others; their paths hold a digest of all of them, so that a browser may
 * keep them for ever and never mixes two versions. Safe for use by many threads.
 */
public final class PageFiles {

    /** The path of the shell. */
    public static final String SHELL = "/";

    private static final String INDEX = "index.html";
    private static final String VERSION = "@version@";
    private static final Pattern NAMED = Pattern.compile("page/" + VERSION + "/([a-z./-]+)");
    private static final int VERSION_BYTES = 8;
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Reads them from the class path. */
    public static PageFiles load() {
        String shell = new String(read(INDEX), StandardCharsets.UTF_8);
        Map<String, byte[]> named = new HashMap<>();
        MessageDigest all = sha256();
        NAMED.matcher(shell)
                .results()
                .map(name -> name.group(1))
                .distinct()
                .sorted()
                .forEach(name -> {
                    byte[] bytes = read(name);
                    all.update(name.getBytes(StandardCharsets.UTF_8));
                    all.update(bytes);
                    named.put(name, bytes);
                });
        String version = HexFormat.of().formatHex(all.digest(), 0, VERSION_BYTES);
        Map<String, PageFile> files = new HashMap<>();
        named.forEach((name, bytes) -> files.put("/page/" + version + "/" + name, file(name, bytes, true)));
        byte[] index = shell.replace(VERSION, version).getBytes(StandardCharsets.UTF_8);
        files.put(SHELL, file(INDEX, index, false));
        return new PageFiles(files);
    }

    /** The file of a path, or null when there is none. */
    public @Nullable PageFile find(String path) {
        return files.get(path);
    }

    private static PageFile file(String name, byte[] bytes, boolean isForever) {
        String mediaType = MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
        String tag = "W/\"" + HexFormat.of().formatHex(sha256().digest(bytes), 0, VERSION_BYTES) + '"';
        return new PageFile(mediaType, bytes, tag, isForever);
    }

    private static byte[] read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the page's " + name + " can't be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) { // every JDK has it
            throw new IllegalStateException(e);
        }
    }
}
