package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Hostile texts of twice the length take at most about twice the work, told by the characters that are read. */
class LinearityTest {

    static final List<String> PARTS = List.of(
            "eyJ",
            "AUTH ",
            "password      a1 ",
            "psk=a1",
            "passphrase=a1 b c1 ",
            "passphrase: a b c1 ",
            "secret a-words-a1b2c3d4e5 ",
            "storage_key Aa1/Bb2/Cc3/Dd4/Ee5 ",
            "Passwort:",
            "mot de passe: ",
            "\u5bc6\u7801\uff1a",
            "contrase\u00f1a=",
            "db1:5432:a:b:",
            "htpasswd -bc f u ",
            "-b -C ",
            "SecretStr('",
            "setApiKey(\"",
            "set key to ",
            "client-key-data: ",
            "'Bearer ' + '",
            " | token | ",
            "eyJhbGciOiJIUzI1NiJ9.",
            "eyJ-",
            "=",
            "a.",
            "a=",
            "\"",
            "'",
            "\\",
            "\\\"",
            "\\\\\"",
            "Bearer ",
            "Bearer x1234567,",
            "Basic dXNlcjpwYXNz ",
            "1",
            "4111 ",
            "4111-",
            "-----BEGIN",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PUBLIC KEY-----",
            "-",
            "://",
            "://a:b",
            "://a@",
            "a://b:c@d ",
            "@a:1",
            "a:b@tcp(",
            "password=password=",
            "password=",
            "password: ",
            "password:",
            "password=\"",
            "password='required ",
            "password=required ",
            "password=true;|",
            "password={required ",
            "password={x ",
            "password=[",
            "token=$A",
            "token=%a",
            "tokens=1,",
            "auth=\"x ",
            "auth=x|",
            "session=a",
            "secret=&quot;",
            "{\"name\":\"password\",",
            "\"value\":\"x",
            "name=password ",
            "<password>",
            "<password",
            "&lt;password&gt;",
            "%3Dtoken%3D",
            "token%3D",
            "?key=",
            "?code=a1",
            "--password ",
            "-p ",
            "-u a:",
            "mysql -p",
            "/a.pt",
            "/a/b.pt ",
            "C:\\a b\\",
            "{",
            "[",
            "{\"a\":",
            "cookie: a=b;",
            "cookie: a;",
            "password is ",
            "code ",
            "mnemonic: a ",
            "authorization: Digest a=b, ",
            "authorization: Bearer ",
            "sk-",
            "ghp_",
            "xoxb-1",
            "AKIA",
            "a_b_c1",
            "api key ",
            "api key: ",
            "hooks.slack.com/services/",
            "1//0",
            "12345678:",
            "thin:a/",
            "ｐａｓｓｗｏｒｄ：",
            "pass\u200Bword=",
            "\\u0061",
            "\"\\u0061pi_key\":\"a1",
            "\u2026key\":\"a1",
            "secret:\n ",
            "secret: |\n",
            "\nsecret:\n  - ",
            "\n  secret:\n    a: b",
            "token=\\\n",
            "<secret><a>",
            "<secret><a></secret>",
            "| api_key | a1b2c3d4 |",
            "\n| api_key |",
            "\tTRUE\t1\ta\t",
            "identified by '",
            "identified with ",
            "with password '",
            "password= a=",
            "a tokens=[",
            "password: a b ",
            "sk-proj-a-",
            "pat-_a1",
            "https:\\/\\/a:b@",
            "/password:",
            ":password:",
            "/a=b.pt",
            "password,a\n",
            "password\ta\n",
            "password  a\n",
            "| password |\n",
            "\n|-|\n| password | a |\n",
            "a,password,",
            "kind: Secret\ndata:\n  a: b\n",
            "kind: Secret\n",
            "{\"kind\":\"Secret\",\"data\":{",
            "<key>api_key</key><string>",
            "password: &a ",
            "password => string(1) ",
            "password for a of b ",
            "password changed from a1 to ",
            "123456 is your ",
            "%3A%2F%2Fa%3Ab%40",
            "backup_codes: 1234, ",
            "1234, ",
            "openssl pass:",
            "smbclient -U a%",
            "mysql -p'",
            "secret={\"type\":",
            "tokens=[\"a\",",
            "errors: password=[must ",
            "aA1Q~",
            "sha256~",
            "access_token$production$",
            "00D123456789012!",
            "/1234567890123456:",
            "hooks.zapier.com/hooks/catch/",
            "INSERT INTO t (password) VALUES ('a') ",
            "(password, ",
            "日本語",
            "\uD83D\uDE00",
            "a,",
            ";a",
            "&a");

    private static final int LENGTH = 1 << 15;

    @ParameterizedTest
    @FieldSource("PARTS")
    void twiceTheTextTakesTwiceTheWork(String part) {
        long once = work(part, LENGTH);
        long twice = work(part, 2 * LENGTH);

        assertThat((double) twice / once).isLessThan(2.2);
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void noCharacterIsReadTooOften(String part) {
        assertThat(work(part, LENGTH) / LENGTH).isLessThan(2_000);
    }

    private static long work(String part, int length) {
        CountingText text =
                new CountingText(part.repeat(length / part.length() + 1).substring(0, length));
        KeyRules keys = RedactionPolicy.standard().keyRules();
        Runs.any(text, keys);
        new Scanner(text, keys, new Spans()).scan();
        return text.reads();
    }
}
