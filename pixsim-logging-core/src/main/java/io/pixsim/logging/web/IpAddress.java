package io.pixsim.logging.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address as headers and servers write it: with or without a port, IPv6 with or without brackets. Never asks a name
 * service: what is no address is none.
 *
 * @param text the address alone
 * @param bytes its 4 or 16 bytes; an IPv4 address in IPv6 has 4
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IpAddress(String text, byte[] bytes) {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int LONGEST = 64;

    static Optional<IpAddress> parse(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String address = withoutPort(text);
        if (!V4.matcher(address).matches() && !V6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new IpAddress(address, InetAddress.getByName(address).getAddress()));
        } catch (UnknownHostException e) { // colons and digits that are no address
            return Optional.empty();
        }
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            return close < 0 ? text : withoutZone(text.substring(1, close));
        }
        int colon = text.indexOf(':');
        boolean one = colon >= 0 && text.indexOf(':', colon + 1) < 0;
        return one ? text.substring(0, colon) : withoutZone(text);
    }

    private static String withoutZone(String text) {
        int percent = text.indexOf('%');
        return percent < 0 ? text : text.substring(0, percent);
    }
}
