package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key and its value in any spelling, form, nesting and company: the value is never written, the company is. */
class CorpusMutationTest {

    private static final int TEXTS = 1_500;
    private static final List<String> KEYS = List.of(
            "password",
            "api key",
            "access token",
            "client secret",
            "refresh token",
            "db password",
            "signing key",
            "x auth token",
            "aws secret access key",
            "private key");
    private static final List<String> FORMS = List.of(
            "%s=%s",
            "%s = %s",
            "%s: %s",
            "%s : %s",
            "\"%s\":\"%s\"",
            "\"%s\": \"%s\"",
            "'%s': '%s'",
            "\"%s\"=>\"%s\"",
            "%s='%s'",
            "%s=\"%s\"",
            "--%s %s",
            "--%s=%s",
            "<%1$s>%2$s</%1$s>",
            "?%s=%s",
            "{\"name\":\"%s\",\"value\":\"%s\"}",
            "('%s', '%s')");
    private static final List<String> COMPANY = List.of(
            "job 42 done %s after 3 s",
            "north, %s, south",
            "{north} %s {south}",
            "north|%s|south",
            "north\n%s\nsouth",
            "(%s) south",
            "[%s] south",
            "url=/a %s &x",
            "user=anna; %s; port=5432");

    private static final List<String> LINES = List.of(
            "db1.example:5432:video:app:%s",
            "localhost:*:*:app:%s",
            "htpasswd -nb anna %s",
            "htpasswd -bB -C 10 users anna %s",
            "client.setApiKey(\"%s\")",
            "client.withPassword('%s')",
            "SecretStr('%s')",
            "SecretBytes(b'%s')",
            "'Bearer ' + '%s'",
            "AUTH default %s",
            "client-key-data: %s",
            "password      %s",
            "Passwort: %s",
            "contrase\u00f1a=%s",
            "mot de passe: %s",
            "\u043f\u0430\u0440\u043e\u043b\u044c: %s",
            "\u5bc6\u7801\uff1a%s",
            "\u30d1\u30b9\u30ef\u30fc\u30c9=%s");
    private static final List<String> PLACES =
            List.of("%s", "job 42\n%s\nsouth", "\"north\" %s south", "north %s\tsouth");

    private final Redactor redactor = new Redactor(RedactionPolicy.standard());

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSpellingOrFormOfAKeyLetsItsValueThrough(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String secret = secret(random);
            String form = one(FORMS, random);
            String pair = String.format(form, spelled(one(KEYS, random), form, random), secret);
            String company = one(COMPANY, random);
            boolean encodable = pair.indexOf(' ') < 0
                    && !form.startsWith("-")
                    && !form.startsWith("<")
                    && !form.startsWith("(")
                    && !form.contains("name");
            String text = nested(random, encodable).apply(company.replace("%s", pair));

            assertThat(redactor.text(text)).as(text).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noLineOfAFileCodeOrAnotherLanguageLetsItsSecretThrough(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String secret = secret(random) + "w7Kq2";
            String place = one(PLACES, random);
            String text = place.replace("%s", String.format(one(LINES, random), secret));

            assertThat(redactor.text(text))
                    .as(text)
                    .doesNotContain(secret)
                    .startsWith(place.substring(0, place.indexOf("%s")))
                    .endsWith(place.substring(place.indexOf("%s") + 2));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatStandsAroundASecretSurvives(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String form = one(FORMS, random);
            String pair = String.format(form, spelled(one(KEYS, random), form, random), secret(random));
            String company = one(COMPANY, random);
            int at = company.indexOf("%s");

            String hidden = redactor.text(company.replace("%s", pair));

            assertThat(hidden)
                    .as(company.replace("%s", pair))
                    .startsWith(company.substring(0, at))
                    .endsWith(company.substring(at + 2));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSecretWithALookOfItsOwnIsFoundInAnyCompany(int seed) {
        Random random = new Random(seed);
        List<Corpus.Event> shaped = Corpus.secrets().stream()
                .filter(event ->
                        event.family().equals("vendor token") || event.family().equals("JWT"))
                .filter(event -> !event.isHard())
                .toList();
        for (int i = 0; i < TEXTS; i++) {
            Corpus.Event event = one(shaped, random);
            String text = String.format(
                    one(COMPANY, random), String.format(event.message().replace("{}", "%s"), event.arguments()));

            assertThat(redactor.text(text)).as(text).doesNotContain(event.secrets());
        }
    }

    /** Any case and separator that a form allows. */
    private static String spelled(String key, String form, Random random) {
        boolean blanks = form.contains("\"") || form.contains("'");
        String separator =
                blanks ? one(List.of("_", "-", ".", "", " ", "__"), random) : one(List.of("_", "-", "."), random);
        String joined = key.replace(" ", separator);
        return switch (random.nextInt(4)) {
            case 0 -> joined.toUpperCase(Locale.ROOT);
            case 1 -> camel(key);
            case 2 -> "my" + one(List.of("_", "-", "."), random) + joined;
            default -> joined;
        };
    }

    private static String camel(String key) {
        StringBuilder camel = new StringBuilder();
        for (String word : key.split(" ", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }

    private static UnaryOperator<String> nested(Random random, boolean encodable) {
        return switch (random.nextInt(encodable ? 6 : 4)) {
            case 0 -> CorpusMutationTest::escaped;
            case 1 -> text -> escaped(escaped(text));
            case 2 -> text -> "{\"body\":\"" + escaped(text) + "\",\"n\":1}";
            case 3 -> text -> text.replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
            case 4 -> UnaryOperator.identity();
            default ->
                text -> "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder("z9Q");
        for (int i = random.nextInt(20) + 9; i > 0; i--) {
            secret.append("abcdefghijkmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ0123456789".charAt(random.nextInt(60)));
        }
        return secret.toString();
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
