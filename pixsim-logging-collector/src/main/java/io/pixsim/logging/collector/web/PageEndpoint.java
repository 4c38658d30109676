package io.pixsim.logging.collector.web;

import java.util.Map;
import java.util.Set;

import io.pixsim.logging.collector.page.PageFile;
import io.pixsim.logging.collector.page.PageFiles;

/**
 * Serves the page. What it may do stands in its headers: scripts and styles of its own alone, none of them within a document, no
 * way to make markup of text, and no calls to anyone else. It needs no token; what it asks for does.
 */
final class PageEndpoint {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Vary",
            "Accept, Accept-Encoding");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final PageFiles files = PageFiles.load();

    /** Answers when the path is one of the page. */
    boolean isAnswered(Exchange exchange) {
        PageFile file = files.find(exchange.path());
        if (file == null) {
            return false;
        }
        exchange.reply(METHODS.contains(exchange.method()) ? reply(exchange, file) : notAllowed(exchange.method()));
        return true;
    }

    private static Reply reply(Exchange exchange, PageFile file) {
        HEADERS.forEach(exchange::header);
        exchange.header("ETag", file.tag());
        exchange.header("Cache-Control", file.isForever() ? FOR_EVER : ASK_AGAIN);
        if (file.tag().equals(exchange.header("If-None-Match"))) {
            return Reply.empty(304, Map.of());
        }
        return new Reply(200, file.mediaType(), Map.of(), file.bytes());
    }

    private static Reply notAllowed(String method) {
        return Reply.error(405, "http_405", "not allowed: " + method).with("Allow", "GET, HEAD");
    }
}
