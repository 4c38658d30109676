package io.pixsim.logging.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.encode.Terminal;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;
import io.pixsim.logging.files.LoggedEvent;

/** Shows what happened to one job, or because of one request. */
final class TraceCommand {

    private static final int MOST = 100_000;

    private final Output out;
    private final PrintStream err;
    private final Terminal terminal;

    TraceCommand(Output out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    boolean run(List<String> words) throws IOException {
        Arguments arguments = Arguments.parse(words, Set.of(), Set.of("--json"));
        List<String> others = arguments.others();
        if (others.size() < 2) {
            throw new UsageException("trace takes job or request, an id, and where to look");
        }
        String id = others.get(1);
        LogQuery query = switch (others.get(0)) {
            case "job" -> LogQuery.all().job(id);
            case "request" -> LogQuery.all().request(id);
            default -> throw new UsageException("neither job nor request: " + others.get(0));
        };
        List<String> paths = others.size() > 2 ? others.subList(2, others.size()) : List.of(".");
        List<LoggedEvent> events = read(query, paths);
        if (events.isEmpty()) {
            err.println("no event of that " + others.get(0));
            return false;
        }
        if (arguments.has("--json")) {
            for (LoggedEvent event : events) {
                out.line(RawLine.of(event.line()));
            }
        } else {
            new TraceView(out, arguments.paint(terminal)).show(others.get(0) + " " + id, new Trace(events));
        }
        return true;
    }

    /** One event may be in several files, each with the same line: a service's, the job's, the one of errors. */
    private List<LoggedEvent> read(LogQuery query, List<String> paths) throws IOException {
        Map<String, LoggedEvent> first = new HashMap<>();
        List<LoggedEvent> events = new ArrayList<>();
        try (LogReader reader = Places.read(query.limit(MOST), paths)) {
            while (reader.hasNext()) {
                LoggedEvent event = reader.next();
                LoggedEvent before = first.putIfAbsent(event.line(), event);
                if (before == null || before.file().equals(event.file())) {
                    events.add(event);
                }
            }
            GrepCommand.tellTrouble(reader, err);
        }
        if (events.size() >= MOST) {
            err.println("there is more than " + MOST + " events: only the first are shown");
        }
        return Retold.once(events);
    }
}
