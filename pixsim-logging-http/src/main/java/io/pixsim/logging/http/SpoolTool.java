package io.pixsim.logging.http;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.http.spool.DeadLetterFile;
import io.pixsim.logging.http.spool.SpoolView;
import io.pixsim.logging.http.spool.SpoolView.Origin;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.IngestionFormat;

/**
 * A command that shows what waits in a spool's folder and sends it.
 *
 * <pre>
 * java -cp … io.pixsim.logging.http.SpoolTool list DIR
 * java -cp … io.pixsim.logging.http.SpoolTool inspect DIR
 * java -cp … io.pixsim.logging.http.SpoolTool replay DIR URL [FORMAT]
 * java -cp … io.pixsim.logging.http.SpoolTool replay-dead-letters DIR URL [FORMAT]
 * </pre>
 *
 * {@code list} counts by run of a process; {@code inspect} prints each event as one line of JSON, waiting ones first, then
 * dead letters; {@code replay} delivers what ended processes have left; {@code replay-dead-letters} tries refused events
 * once more. What lies in the folder is the same for every format, so it can go to an endpoint of any: {@value
 * IngestionFormat#ALLOWED}. A bearer token is taken from the environment, {@code PIXSIM_LOG_INGESTION_TOKEN}, and so is a
 * format that is not named, {@code PIXSIM_LOG_INGESTION_FORMAT}. The exit status is 0 when all went well, 1 when something
 * is left, 2 when the command was not understood.
 */
public final class SpoolTool {

    private static final String USAGE = "usage: SpoolTool list DIR | inspect DIR | replay DIR URL [FORMAT]"
            + " | replay-dead-letters DIR URL [FORMAT]";
    private static final String TOKEN = "PIXSIM_LOG_INGESTION_TOKEN";
    private static final String FORMAT = "PIXSIM_LOG_INGESTION_FORMAT";
    private static final int LEAST_WORDS_TO_REPLAY = 3;
    private static final int OK = 0;
    private static final int LEFT = 1;
    private static final int WRONG = 2;

    private final PrintStream out;
    private final Map<String, String> environment;

    SpoolTool(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    /**
     * Runs the command and ends the process with its status.
     *
     * @param arguments see above
     */
    @SuppressWarnings("SystemOut") // what a command is asked for goes to standard output
    public static void main(String[] arguments) {
        System.exit(new SpoolTool(System.out, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        List<String> words = List.of(arguments);
        try {
            if (words.size() == 2 && words.get(0).equals("list")) {
                return list(folder(words.get(1)));
            }
            if (words.size() == 2 && words.get(0).equals("inspect")) {
                return inspect(folder(words.get(1)));
            }
            if (words.size() >= LEAST_WORDS_TO_REPLAY
                    && words.size() <= LEAST_WORDS_TO_REPLAY + 1
                    && words.get(0).startsWith("replay")) {
                Optional<String> format =
                        words.stream().skip(LEAST_WORDS_TO_REPLAY).findFirst();
                return replay(words.get(0), folder(words.get(1)), words.get(2), endpoint(format));
            }
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return WRONG;
        } catch (IOException e) {
            out.println("failed: " + e);
            return LEFT;
        }
        out.println(USAGE);
        return WRONG;
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("not a folder: " + text);
        }
        return folder;
    }

    private int list(Path folder) throws IOException {
        for (Origin origin : new SpoolView(folder).origins()) {
            out.println(origin.id() + "  events " + origin.events() + "  segments " + origin.segments() + "  bytes "
                    + origin.bytes() + "  last written " + origin.lastWritten() + (origin.inUse() ? "  in use" : ""));
        }
        out.println("dead letters " + deadLetters(folder).size());
        return OK;
    }

    private int inspect(Path folder) throws IOException {
        SpoolView view = new SpoolView(folder);
        for (Origin origin : view.origins()) {
            view.forEach(origin.id(), event -> out.println(new String(event, StandardCharsets.UTF_8).stripTrailing()));
        }
        deadLetters(folder).forEach(out::println);
        return OK;
    }

    private int replay(String command, Path folder, String url, EndpointOptions endpoint) throws IOException {
        SpoolReplay replay =
                new SpoolReplay(folder, Forwarding.to(URI.create(url)).url(), endpoint);
        boolean done;
        switch (command) {
            case "replay" -> done = replay.segments();
            case "replay-dead-letters" -> done = replay.deadLetters();
            default -> {
                out.println(USAGE);
                return WRONG;
            }
        }
        out.println(replay.told());
        return done ? OK : LEFT;
    }

    private EndpointOptions endpoint(Optional<String> named) {
        String name = named.or(() -> variable(FORMAT)).orElse(IngestionFormat.PIXSIM.toString());
        IngestionFormat format = IngestionFormat.parse(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("format is not " + IngestionFormat.ALLOWED + ": " + name));
        EndpointOptions options = EndpointOptions.of(format);
        return variable(TOKEN).map(Credentials::bearer).map(options::with).orElse(options);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static List<String> deadLetters(Path folder) throws IOException {
        Path file = folder.resolve(DeadLetterFile.NAME);
        List<String> lines = new ArrayList<>();
        for (Path part : List.of(DeadLetterFile.aside(file), file)) {
            if (Files.exists(part)) {
                lines.addAll(DeadLetterFile.lines(part));
            }
        }
        return lines;
    }
}
