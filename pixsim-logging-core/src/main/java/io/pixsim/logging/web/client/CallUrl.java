package io.pixsim.logging.web.client;

import java.net.URI;

/** What of a URL is shown. Users and passwords go here; secrets in paths and queries are the encoder's to mask. */
final class CallUrl {

    private CallUrl() {}

    static String shown(URI url, boolean query) {
        StringBuilder shown = new StringBuilder();
        if (url.getScheme() != null) {
            shown.append(url.getScheme()).append("://");
        }
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        shown.append(authority, authority.lastIndexOf('@') + 1, authority.length());
        shown.append(url.getRawPath() == null ? "" : url.getRawPath());
        if (query && url.getRawQuery() != null) {
            shown.append('?').append(url.getRawQuery());
        }
        return shown.toString();
    }
}
