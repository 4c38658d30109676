package io.pixsim.logging.sink;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What the URLs of endpoints have in common. */
final class HttpUrls {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private HttpUrls() {}

    /** Refuses what is no endpoint, without quoting it: a URL may hold a password. */
    static URI check(String name, URI url) {
        Objects.requireNonNull(url, name);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || url.getRawAuthority() == null) {
            throw new IllegalArgumentException(name + " is not http(s)://host…");
        }
        return url;
    }

    /** Where a URL leads, without the credentials that its authority or its query may carry. */
    static String shown(URI url) {
        String authority = String.valueOf(url.getRawAuthority());
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        return url.getScheme() + "://" + place + (url.getRawPath() == null ? "" : url.getRawPath());
    }
}
