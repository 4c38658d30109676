package io.pixsim.logging.collector.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A page of any site can have its own name lead to a server that only this machine can reach, and so read from it as from itself.
 * It can't hide that name: a server on a loopback address answers only who calls it by one.
 */
final class HostCheck {

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){1,3}|\\[::1]|(.+\\.)?localhost");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final boolean checks;
    private final Set<String> own = new HashSet<>();

    /** A check for a server that listens on a host, and is called by other names as well. */
    HostCheck(String host, Set<String> names) {
        checks = isLoopback(host);
        own.add(inLower(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host));
        names.forEach(name -> own.add(inLower(name)));
    }

    /** Whether an address can be reached from this machine alone. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) { // nothing can listen on it
            return false;
        }
    }

    boolean isAnswered(Exchange exchange) {
        if (!checks || isOurs(exchange.header("Host"))) {
            return false;
        }
        exchange.reply(Reply.error(
                403, "forbidden_host", "this server is not called so; other names have to be allowed (--allow-host)"));
        return true;
    }

    private boolean isOurs(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return true;
        }
        String name = PORT.matcher(inLower(header.strip())).replaceFirst("");
        return own.contains(name) || LOOPBACK.matcher(name).matches();
    }

    private static String inLower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
