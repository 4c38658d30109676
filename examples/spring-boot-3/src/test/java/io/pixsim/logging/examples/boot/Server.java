package io.pixsim.logging.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The example, as a process of its own. */
final class Server implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();
    private final String port;

    private Server(Process process) throws IOException {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Matcher started = STARTED.matcher(awaitLine("Tomcat started on port"));
        assertThat(started.find()).isTrue();
        port = started.group(1);
    }

    static Server start(String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), arguments);
    }

    /** Starts it with a folder of resources before all others. */
    static Server startWith(Path resources, String... arguments) throws IOException {
        return start(resources + File.pathSeparator + System.getProperty("java.class.path"), arguments);
    }

    private static Server start(String classPath, String[] arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ApiServer.class.getName(),
                "--server.port=0"));
        command.addAll(List.of(arguments));
        return new Server(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads what it prints until a line says what is awaited. */
    String awaitLine(String awaited) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains(awaited)) {
            lines.add(line);
            line = output.readLine();
        }
        assertThat(line).as("'%s' after %s", awaited, lines).isNotNull();
        lines.add(line);
        return line;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/json")
                .header("X-Request-ID", "req-7")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Asks it to end, as a supervisor does, and reads what it prints to the end. */
    List<String> terminate() throws IOException, InterruptedException {
        process.toHandle().destroy();
        output.lines().forEach(lines::add);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
