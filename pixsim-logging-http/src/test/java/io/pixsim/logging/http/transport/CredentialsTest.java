package io.pixsim.logging.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.pixsim.logging.http.endpoint.Reply;
import io.pixsim.logging.http.endpoint.TunnelProxy;
import io.pixsim.logging.http.endpoint.WebServer;
import io.pixsim.logging.http.endpoint.WebServer.Request;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.sink.Connection;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final Shipment EVENTS =
            new Shipment("b", List.of("{\"msg\":\"hello\"}".getBytes(StandardCharsets.UTF_8)));
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("user:p@ss:wörd".getBytes(StandardCharsets.UTF_8));

    @Test
    void aUserInTheUrlIsBasicAuthenticationAndNoPartOfTheRequestLine() {
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"))) {
            URI url = URI.create("http://user:p%40ss%3Aw%C3%B6rd@localhost:" + server.port() + "/logs");

            send(EndpointOptions.DEFAULT, url);

            Request request = server.requests().get(0);
            assertThat(request.header("Authorization")).isEqualTo(BASIC);
            assertThat(request.header("Host")).isEqualTo("localhost:" + server.port());
            assertThat(request.address()).isEqualTo(URI.create("/logs"));
        }
    }

    @Test
    void headersOfTheProgramCountMoreThanTheToken() {
        Credentials both = new Credentials(
                Optional.of("token"), Optional.of(() -> Map.of("Authorization", "Splunk x", "X-Scope-OrgID", "t")));
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"))) {
            send(EndpointOptions.DEFAULT.with(both), server.url("/"));

            assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Splunk x");
            assertThat(server.requests().get(0).header("X-Scope-OrgID")).isEqualTo("t");
        }
    }

    @Test
    void aTokenThatHasExpiredIsAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Map<String, String>> tokens = () -> Map.of("Authorization", "Bearer t" + asked.incrementAndGet());
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"));
                Transport transport =
                        transport(EndpointOptions.DEFAULT.with(Credentials.headers(tokens)), server.url("/"))) {
            transport.send(EVENTS);
            transport.send(EVENTS);
            server.answer(request ->
                    request.header("Authorization").equals("Bearer t1") ? Reply.status(401) : Reply.json(200, "{}"));

            assertThat(transport.send(EVENTS)).isEqualTo(new Delivered(1));

            assertThat(server.requests())
                    .extracting(request -> request.header("Authorization"))
                    .containsExactly("Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void whenTheProgramHasNothingNewThereIsNoSecondTry() {
        Supplier<Map<String, String>> tokens = () -> Map.of("Authorization", "Bearer t");
        try (WebServer server = WebServer.start(request -> Reply.status(401))) {
            Outcome outcome = send(EndpointOptions.DEFAULT.with(Credentials.headers(tokens)), server.url("/"));

            assertThat(outcome).isInstanceOf(Denied.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aProgramThatGivesNoHeadersIsAskedAgainLater() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Map<String, String>> tokens = () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("could not log in with hunter2");
            }
            return Map.of("Authorization", "Bearer t");
        };
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"));
                Transport transport =
                        transport(EndpointOptions.DEFAULT.with(Credentials.headers(tokens)), server.url("/"))) {
            assertThat(transport.send(EVENTS))
                    .isEqualTo(new Denied(
                            "no headers: IllegalStateException at localhost:" + server.port(),
                            Answer.MISCONFIGURED_PAUSE));
            assertThat(transport.send(EVENTS)).isEqualTo(new Delivered(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\nX-Evil: 1", "hunter2\u0000", "hunter2ü"})
    void aHeaderThatCannotBeSentIsNotQuoted(String value) {
        Supplier<Map<String, String>> headers = () -> Map.of("X-Api-Key", value);
        try (WebServer server = WebServer.start(request -> Reply.json(200, "{}"))) {
            Outcome outcome = send(EndpointOptions.DEFAULT.with(Credentials.headers(headers)), server.url("/"));

            assertThat(outcome).isInstanceOf(Denied.class);
            assertThat(outcome.toString()).contains("can't be sent").doesNotContain("hunter2");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aProxyIsToldWhoIsAskingAndTheEndpointIsNot() {
        try (WebServer proxy = WebServer.start(request -> Reply.json(200, "{}"))) {
            URI address = URI.create("http://user:p%40ss%3Aw%C3%B6rd@localhost:" + proxy.port());

            Outcome outcome = send(
                    EndpointOptions.DEFAULT.with(Connection.DEFAULT.withProxy(address)),
                    URI.create("http://logs.invalid/ingest"));

            assertThat(outcome).isEqualTo(new Delivered(1));
            Request request = proxy.requests().get(0);
            assertThat(request.address()).isEqualTo(URI.create("http://logs.invalid/ingest"));
            assertThat(request.header("Proxy-Authorization")).isEqualTo(BASIC);
            assertThat(request.header("Authorization")).isNull();
        }
    }

    @Test
    void aProxyThatRefusesIsASetback() {
        try (TunnelProxy proxy = TunnelProxy.start("Basic other")) {
            Outcome outcome = send(
                    EndpointOptions.DEFAULT.with(Connection.DEFAULT.withProxy(proxy.url("user:hunter2@"))),
                    URI.create("https://logs.invalid/ingest"));

            assertThat(outcome).isInstanceOf(Outcome.Setback.class);
            assertThat(outcome.toString()).doesNotContain("hunter2");
        }
    }

    private static Outcome send(EndpointOptions options, URI url) {
        try (Transport transport = transport(options, url)) {
            return transport.send(EVENTS);
        }
    }

    private static Transport transport(EndpointOptions options, URI url) {
        return new OkHttpTransport(List.of(url), options);
    }
}
