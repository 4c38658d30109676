package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Hostile texts of twice the length take at most about twice the work, told by the characters that are read. */
class LinearityTest {

    static final List<String> PARTS = List.of(
            "eyJ",
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
        Triggers.any(text, keys);
        new Scanner(text, keys, new Spans()).scan();
        return text.reads();
    }
}
