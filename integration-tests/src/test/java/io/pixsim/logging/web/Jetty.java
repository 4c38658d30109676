package io.pixsim.logging.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;

import io.pixsim.logging.Logging;
import io.pixsim.logging.web.servlet.RequestLogFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty with the filter before everything, on a port of its own. */
final class Jetty implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServletContextHandler context = new ServletContextHandler();

    Jetty() {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        // docs: the filter
        FilterHolder filter = new FilterHolder(RequestLogFilter.class);
        filter.setInitParameter("trustedProxies", "127.0.0.1, ::1");
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        // docs: end
        server.setHandler(context);
    }

    Jetty with(String mapping, HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, mapping);
        return this;
    }

    /** Trusts other proxies than those of the example. */
    Jetty trusting(String proxies) {
        context.getServletHandler().getFilters()[0].setInitParameter("trustedProxies", proxies);
        return this;
    }

    /** Takes logging down with the application. */
    Jetty shuttingDown() {
        // docs: down
        context.addEventListener(new ServletContextListener() {
            @Override
            public void contextDestroyed(ServletContextEvent event) {
                Logging.shutdown(Duration.ofSeconds(5));
            }
        });
        // docs: end
        return this;
    }

    Jetty start() throws Exception {
        server.start();
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
