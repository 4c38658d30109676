package io.pixsim.logging.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.encode.Terminal;
import io.pixsim.logging.files.LogFiles;
import io.pixsim.logging.files.LogFollower;
import io.pixsim.logging.files.LoggedEvent;
import org.jspecify.annotations.Nullable;

/** Shows the end of a file, and what is written to it. */
final class TailCommand {

    private static final int WINDOW = 8 << 20;
    private static final long LINES = 20;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Output out;
    private final Terminal terminal;

    TailCommand(Output out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    boolean run(List<String> words) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of("-n", "--lines"), Set.of("-f", "--follow", "--json"));
        if (arguments.others().size() != 1) {
            throw new UsageException("tail takes one file");
        }
        long lines = arguments.count("-n").or(() -> arguments.count("--lines")).orElse(LINES);
        EventLine look = arguments.has("--json") ? null : new EventLine(arguments.paint(terminal));
        if (arguments.has("-f") || arguments.has("--follow")) {
            follow(Path.of(arguments.others().get(0)).toAbsolutePath(), lines, look);
            return true;
        }
        Path file = Places.existing(arguments.others().get(0));
        String tail = Places.around(file).tail(file, WINDOW);
        List<String> all = tail.lines().toList();
        for (String line : all.subList((int) Math.max(0, all.size() - lines), all.size())) {
            show(line, look);
        }
        return !all.isEmpty();
    }

    private void follow(Path file, long lines, @Nullable EventLine look) throws IOException, InterruptedException {
        LogFiles files = Places.around(file);
        try (LogFollower follower = files.follow(file, WINDOW)) {
            Deque<String> last = new ArrayDeque<>();
            for (Optional<String> line = follower.poll(); line.isPresent(); line = follower.poll()) {
                last.add(line.get());
                if (last.size() > lines) {
                    last.remove();
                }
            }
            for (String line : last) {
                show(line, look);
            }
            while (true) {
                out.flush();
                Optional<String> line = follower.next(LOOK);
                for (; line.isPresent(); line = follower.poll()) {
                    show(line.get(), look);
                }
            }
        }
    }

    private void show(String line, @Nullable EventLine look) throws IOException {
        if (look == null) {
            out.line(RawLine.of(line));
            return;
        }
        Optional<LoggedEvent> event = LoggedEvent.parse(line);
        out.line(event.isPresent() && event.get().isJson() ? look.of(event.get()) : RawLine.of(line));
    }
}
