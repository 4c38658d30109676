package io.pixsim.logging.http.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.sink.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes OkHttp clients; with what OkHttp 4.12 has too, so that a program may bring that one. */
final class Clients {

    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    private Clients() {}

    /**
     * A client. HTTP/1.1 only: the web server that PixSim runs on answers 400 to a request that offers more.
     *
     * @param endpoints what it talks to, with one connection each
     */
    static OkHttpClient client(Connection connection, List<HttpUrl> endpoints) {
        boolean plain = endpoints.stream().noneMatch(HttpUrl::isHttps);
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .callTimeout(connection.timeout())
                .connectTimeout(connection.connectTimeout())
                .readTimeout(connection.timeout())
                .writeTimeout(connection.timeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .socketFactory(new PromptSockets(plain))
                .connectionPool(new ConnectionPool(endpoints.size(), KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS));
        if (plain) {
            // Without this, whom the JVM trusts is read from its files for nothing: most of what a start costs.
            client.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        connection
                .tls()
                .ifPresent(tls -> client.sslSocketFactory(tls.context().getSocketFactory(), tls.trustManager()));
        connection.proxy().ifPresent(proxy -> goThrough(proxy, client));
        return client.build();
    }

    private static void goThrough(URI proxy, OkHttpClient.Builder client) {
        client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
        proxyAuthorization(proxy)
                .ifPresent(value -> client.proxyAuthenticator((route, response) -> {
                    boolean refused = response.request().header("Proxy-Authorization") != null;
                    return refused
                            ? null
                            : response.request()
                                    .newBuilder()
                                    .header("Proxy-Authorization", value)
                                    .build();
                }));
    }

    /** What a proxy is told of who is sending. */
    static Optional<String> proxyAuthorization(URI proxy) {
        HttpUrl url = HttpUrl.parse(proxy.toString());
        return url == null ? Optional.empty() : RequestHeaders.basic(url);
    }
}
