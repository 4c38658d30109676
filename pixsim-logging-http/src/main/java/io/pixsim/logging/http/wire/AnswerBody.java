package io.pixsim.logging.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What an endpoint said. Never shown as it is: it may quote log content. */
public final class AnswerBody {

    private final String mediaType;
    private final byte[] bytes;

    /**
     * What an endpoint said.
     *
     * @param mediaType what it claims to be; empty when it claims nothing
     * @param bytes what it is; must not be changed any more
     */
    public AnswerBody(String mediaType, byte[] bytes) {
        this.mediaType = mediaType.toLowerCase(Locale.ROOT);
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    boolean claims(String kind) {
        return mediaType.contains(kind);
    }

    /** Whether it is JSON, or says nothing of itself and looks like it. */
    boolean isJsonObject() {
        return claims("json") || startsWith('{');
    }

    /** A page for people: of a proxy, a login, a web server that has never heard of the endpoint. */
    boolean isPage() {
        return claims("html") || startsWith('<');
    }

    private boolean startsWith(char c) {
        return bytes.length > 0 && bytes[0] == c;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
