package io.pixsim.logging.sink;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What the URLs of endpoints have in common. */
final class HttpUrls {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MOST_PORT = 65_535;

    private HttpUrls() {}

    /** Refuses what is no endpoint, without quoting it: a URL may hold a password. */
    static URI check(String name, URI url) {
        Objects.requireNonNull(url, name);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || url.getRawAuthority() == null) {
            throw new IllegalArgumentException(name + " is not http(s)://host…");
        }
        checkPlace(name, place(url));
        return url;
    }

    /** By its text: a host with an underscore, as Compose gives them, is none to {@link URI}, and its port neither. */
    private static void checkPlace(String name, String place) {
        int colon = place.lastIndexOf(':');
        boolean hasPort = colon > place.lastIndexOf(']');
        if (place.isEmpty() || (hasPort && colon == 0)) {
            throw new IllegalArgumentException(name + " is not http(s)://host…");
        }
        if (hasPort && !isPort(place.substring(colon + 1))) {
            throw new IllegalArgumentException(name + " has a port that is not in 1..65535");
        }
    }

    /** Nothing behind the colon is the port of the scheme. */
    private static boolean isPort(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_PORT;
    }

    private static String place(URI url) {
        String authority = String.valueOf(url.getRawAuthority());
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** Where a URL leads, without the credentials that its authority or its query may carry. */
    static String shown(URI url) {
        return url.getScheme() + "://" + place(url) + (url.getRawPath() == null ? "" : url.getRawPath());
    }
}
