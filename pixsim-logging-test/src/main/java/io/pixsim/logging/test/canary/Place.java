package io.pixsim.logging.test.canary;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.pixsim.logging.redact.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Where a program can put a secret, and an event that has one there: an error, which every level lets through. */
@SuppressWarnings("ImmutableEnumChecker") // the consumers hold nothing
enum Place {
    MESSAGE(secret -> log().error("login with password=" + secret)),
    ARGUMENT(secret -> log().error("login with token: {}", secret)),
    ARGUMENT_OF_A_TYPE(secret -> log().error("login with {}", Secret.of(secret))),
    FIELD(secret -> log().atError().addKeyValue("api_key", secret).log("field")),
    CONTEXT(Place::inContext),
    MAP(secret -> field(Map.of("headers", Map.of("Authorization", "Bearer " + secret)))),
    KEY_OF_A_MAP(secret -> field(Map.of("password=" + secret, 1))),
    LIST_IN_AN_OPTIONAL(secret -> field(Optional.of(List.of(Map.of("client_secret", List.of(secret)))))),
    NAME_AND_VALUE(secret -> field(List.of(Map.of("name", "X-Api-Key", "value", secret)))),
    COMMAND_LINE(secret -> field(List.of("render", "--password", secret, "--fast"))),
    JSON_IN_A_TEXT(secret -> field("{\"user\":\"anna\",\"access_token\":\"" + secret + "\"}")),
    URL(secret -> log().error("connecting to {}", "postgresql://app:" + secret + "@db:5432/video")),
    SIGNED_URL(secret -> log().error("fetching {}", "https://example.com/v.mp4?X-Amz-Signature=" + secret + "&t=3")),
    HEADER(secret -> log().error("sent\nAuthorization: Bearer {}\nAccept: */*", secret)),
    COOKIE(secret -> log().error("got Set-Cookie: sid={}; Path=/", secret)),
    PRIVATE_KEY(secret -> log().error("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----", secret)),
    EXCEPTION(secret -> log().error("failed", new IllegalStateException("password=" + secret))),
    CAUSE(secret -> log().error("failed", new IllegalStateException("outer", new IOException("secret: " + secret)))),
    SUPPRESSED(Place::suppressed),
    NAME_OF_A_THREAD(Place::onThread),
    NAME_OF_A_LOGGER(secret ->
            LoggerFactory.getLogger(Canaries.LOGGER + ".token=" + secret).error("named"));

    private final Consumer<String> event;

    Place(Consumer<String> event) {
        this.event = event;
    }

    /** What a failure calls it. */
    String told() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    void plant(String secret) {
        event.accept(secret);
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Canaries.LOGGER);
    }

    private static void field(Object value) {
        log().atError().addKeyValue("planted", value).log("field");
    }

    private static void inContext(String secret) {
        try (var scope = MDC.putCloseable("session_token", secret)) {
            log().error("context");
        }
    }

    private static void suppressed(String secret) {
        IllegalStateException failure = new IllegalStateException("outer");
        failure.addSuppressed(new IOException("api_key=" + secret));
        log().error("failed", failure);
    }

    private static void onThread(String secret) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("worker token=" + secret);
        try {
            log().error("thread");
        } finally {
            thread.setName(name);
        }
    }
}
