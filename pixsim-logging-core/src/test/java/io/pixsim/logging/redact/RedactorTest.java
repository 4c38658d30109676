package io.pixsim.logging.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    static final List<String> SENSITIVE = List.of(
            // api_key
            "api_key",
            "API_KEY",
            "api-key",
            "API-KEY",
            "Api-Key",
            "api.key",
            "api key",
            "api__key",
            "apikey",
            "APIKEY",
            "apiKey",
            "ApiKey",
            "APIKey",
            "APIkey",
            "x-api-key",
            "X-API-KEY",
            "X-Api-Key",
            "providerApiKey",
            "providerAPIKey",
            "PROVIDER_API_KEY",
            "provider.apikey",
            "providerapikey",
            "provider/api/key",
            "_api_key_",
            "api_key:",
            // jwt_token
            "jwt_token",
            "JWT_TOKEN",
            "jwtToken",
            "JwtToken",
            "JWTToken",
            "jwt-token",
            "user.jwt.token",
            // authorization
            "authorization",
            "Authorization",
            "AUTHORIZATION",
            "proxy-authorization",
            "Proxy-Authorization",
            "proxyAuthorization",
            "HTTP_AUTHORIZATION",
            // password
            "password",
            "Password",
            "PASSWORD",
            "PassWord",
            "pass_word",
            "userPassword",
            "user_password",
            "userpassword",
            "USERPASSWORD",
            "PGPASSWORD",
            "db.password",
            // secret
            "secret",
            "SECRET",
            "client_secret",
            "clientSecret",
            "CLIENT-SECRET",
            "clientsecret",
            "webhook secret");

    static final List<String> INNOCENT = List.of(
            "",
            "_",
            "author",
            "author_id",
            "authorized",
            "authorizer",
            "authorization_url",
            "secretary",
            "secret_name",
            "secretId",
            "api_key_id",
            "apiKeyId",
            "api",
            "key",
            "keyapi",
            "cache_key",
            "cacheKey",
            "video_key",
            "idempotency-key",
            "monkey",
            "password_reset_requested",
            "passwordResetRequested",
            "passwordless",
            "password_hash_algorithm",
            "pass",
            "word",
            "jwt_token_type",
            "tokenizer",
            "token_count",
            "job_id",
            "stage",
            "msg");

    private final Locale locale = Locale.getDefault();
    private final Redactor redactor = new Redactor(RedactionPolicy.standard());

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @FieldSource("SENSITIVE")
    void aSensitiveKeyIsMaskedInAnyCaseAndSeparatorStyle(String key) {
        assertThat(redactor.isSensitive(key)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("INNOCENT")
    void anInnocentKeyKeepsItsValue(String key) {
        assertThat(redactor.isSensitive(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT"})
    void theLocaleOfTheMachineChangesNothing(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        assertThat(SENSITIVE)
                .allSatisfy(key -> assertThat(redactor.isSensitive(key)).isTrue());
        assertThat(INNOCENT)
                .allSatisfy(key -> assertThat(redactor.isSensitive(key)).isFalse());
    }

    @ParameterizedTest
    @FieldSource("SENSITIVE")
    void aKeyThatTurkishCodeMadeLowerOrUpperIsStillSensitive(String key) {
        Locale turkish = Locale.forLanguageTag("tr-TR");

        assertThat(redactor.isSensitive(key.toLowerCase(turkish))).isTrue();
        assertThat(redactor.isSensitive(key.toUpperCase(turkish))).isTrue();
    }

    @Test
    void aPolicyAddsKeysAndAllowsOthers() {
        Redactor other = new Redactor(RedactionPolicy.builder()
                .addKey("render_ticket")
                .allowKey("X-Csrf-Token")
                .build());

        assertThat(other.isSensitive("X-Render-Ticket")).isTrue();
        assertThat(other.isSensitive("renderTickets")).isTrue();
        assertThat(other.isSensitive("render_ticket_count")).isFalse();
        assertThat(other.isSensitive("xCsrfToken")).isFalse();
        assertThat(other.isSensitive("csrf_token")).isTrue();
        assertThat(other.isSensitive("password")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "-", "a-", "a_B", "aB", "Ab-", "-----a", "\uD83D\uDE00", "y", "ykeyipa"})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a guard against hanging
    void aHugeHostileKeyIsReadInOneGo(String part) {
        String huge = part.repeat((1 << 20) / part.length());

        assertThat(redactor.isSensitive(huge)).isFalse();
        assertThat(redactor.isSensitive(huge + "-api_key")).isTrue();
    }

    @Test
    void keysAreDecidedRightWhetherTheyAreRememberedOrNot() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(redactor.isSensitive("key" + i)).isFalse();
            assertThat(redactor.isSensitive("key" + i + "_secret")).isTrue();
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(redactor.isSensitive("key" + i)).isFalse();
            assertThat(redactor.isSensitive("key" + i + "_secret")).isTrue();
        }
    }

    @Test
    void aBoundedNumberOfKeysIsRemembered() {
        for (int i = 0; i < 20_000; i++) {
            redactor.isSensitive("key" + i);
        }

        assertThat(redactor.remembered()).isEqualTo(4096);
    }

    @Test
    void noLongKeyIsRemembered() {
        redactor.isSensitive("k".repeat(128));
        redactor.isSensitive("k".repeat(129));

        assertThat(redactor.remembered()).isEqualTo(1);
    }

    @Test
    void thePasswordOfAUrlIsHiddenWhateverStandsForItsScheme() {
        assertThat(redactor.text("1://anna:hunter2x9@db")).isEqualTo("1://anna:***redacted***@db");
    }
}
