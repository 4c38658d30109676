package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "127.0.0.1", "fd00::/8", "::1"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "203.0.113.9, 6.6.6.6, 203.0.113.9",
                "10.1.2.3, none, 10.1.2.3",
                "10.1.2.3, 6.6.6.6, 6.6.6.6",
                "10.1.2.3, '6.6.6.6, 7.7.7.7', 7.7.7.7",
                "10.1.2.3, '6.6.6.6,10.9.9.9 , 127.0.0.1', 6.6.6.6",
                "10.1.2.3, '10.2.2.2, 10.3.3.3', 10.2.2.2",
                "10.1.2.3, '6.6.6.6, nonsense', 10.1.2.3",
                "10.1.2.3, '6.6.6.6, nonsense, 10.4.4.4', 10.4.4.4",
                "10.1.2.3, '', 10.1.2.3",
                "10.1.2.3, ',', 10.1.2.3",
                "10.1.2.3:55123, 6.6.6.6:80, 6.6.6.6",
                "[::1], '[2001:db8::7]:443', 2001:db8::7",
                "fd12::9, 2001:db8::7, 2001:db8::7",
                "fe80::1%eth0, 6.6.6.6, fe80::1",
                "::ffff:10.1.2.3, 6.6.6.6, 6.6.6.6",
                "10.1.2.3, 256.1.1.1, 10.1.2.3",
                "10.1.2.3, 1:2, 10.1.2.3",
                "10.1.2.3, example.com, 10.1.2.3",
                "none, 6.6.6.6, none",
                "unix:, 6.6.6.6, unix:"
            })
    void theClientIsTheFirstFromTheEndThatIsNotTrusted(String remote, String forwardedFor, String client) {
        assertThat(proxies.client(remote, forwardedFor)).isEqualTo(client);
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertThat(new TrustedProxies(List.of()).client("127.0.0.1", "6.6.6.6")).isEqualTo("127.0.0.1");
    }

    @Test
    void networksHoldTheAddressesOfTheirPrefix() {
        TrustedProxies odd = new TrustedProxies(List.of("192.168.128.0/17"));

        assertThat(odd.client("192.168.128.1", "6.6.6.6")).isEqualTo("6.6.6.6");
        assertThat(odd.client("192.168.127.255", "6.6.6.6")).isEqualTo("192.168.127.255");
    }

    @Test
    void whateverAHeaderHoldsTheClientIsAnAddress() {
        String letters = "0123456789abcdef.:,[]% \t\u0000xä";
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                header.append(letters.charAt(random.nextInt(letters.length())));
            }

            String client = proxies.client("10.1.2.3", header.toString());

            assertThat(client).as(header.toString()).matches("[0-9A-Fa-f.:]{2,45}");
        }
    }

    @Test
    void aHeaderWithoutEndIsReadOnlySoFar() {
        assertThat(proxies.client("10.1.2.3", "6.6.6.6" + ", 10.0.0.1".repeat(100_000)))
                .isEqualTo("10.0.0.1");
    }
}
