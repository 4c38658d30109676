package io.pixsim.logging.web;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Whose word is taken for who the client is. {@code X-Forwarded-For} is read from its end, each address being what the
 * proxy after it saw: the first that is no trusted proxy is the client. Whatever stands before it anybody may have
 * written.
 */
final class TrustedProxies {

    private static final int MAX_HOPS = 32;

    private final List<Network> networks;

    /** @param networks addresses and networks, such as {@code 10.0.0.0/8} and {@code ::1} */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(Network::parse).toList();
    }

    /** The client's address, or null when the server knows none. */
    @Nullable
    String client(@Nullable String remoteAddress, @Nullable String forwardedFor) {
        if (remoteAddress == null || remoteAddress.isBlank()) {
            return null;
        }
        Optional<IpAddress> remote = IpAddress.parse(remoteAddress);
        if (remote.isEmpty()) {
            return remoteAddress;
        }
        return forwardedFor == null
                ? remote.get().text()
                : firstUntrusted(remote.get(), forwardedFor).text();
    }

    private IpAddress firstUntrusted(IpAddress remote, String forwardedFor) {
        IpAddress client = remote;
        int end = forwardedFor.length();
        for (int hop = 0; hop < MAX_HOPS && end >= 0 && isTrusted(client); hop++) {
            int comma = forwardedFor.lastIndexOf(',', end - 1);
            Optional<IpAddress> before = IpAddress.parse(forwardedFor.substring(comma + 1, end));
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
            end = comma;
        }
        return client;
    }

    private boolean isTrusted(IpAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address.bytes()));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] bytes, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> new IllegalArgumentException("trusted proxy is no address or network: " + text));
            int most = address.bytes().length * Byte.SIZE;
            int bits = slash < 0 ? most : bits(text.substring(slash + 1).strip(), most, text);
            return new Network(address.bytes(), bits);
        }

        private static int bits(String text, int most, String network) {
            if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("bits of a trusted network not in 0.." + most + ": " + network);
        }

        boolean holds(byte[] address) {
            if (address.length != bytes.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ bytes[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
