package io.pixsim.logging.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.encode.Paint;
import io.pixsim.logging.encode.Terminal;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;
import io.pixsim.logging.files.LoggedEvent;

/** Looks whether the stages of jobs add up. */
final class CheckCommand {

    private static final int MOST = 1_000_000;
    private static final String IDLE = "--idle";
    private static final String JSON = "--json";

    private final Output out;
    private final PrintStream err;
    private final Terminal terminal;
    private boolean passedOver;

    CheckCommand(Output out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Gives the exit status: 0 when all adds up, 1 when not, 2 when there is nothing to check. */
    int run(List<String> words) throws IOException {
        Arguments arguments = Arguments.parse(words, Set.of(IDLE, "--from", "--to"), Set.of(JSON));
        List<String> others = arguments.others();
        boolean one = !others.isEmpty() && others.get(0).equals("job");
        if (one && others.size() < 2) {
            throw new UsageException("check job takes an id, and where to look");
        }
        Instant now = Instant.now();
        LogQuery query = one ? LogQuery.all().job(others.get(1)) : LogQuery.all();
        query = Times.within(arguments, query, now);
        Instant silentSince = Times.parse(arguments.value(IDLE).orElse("15m"), now);
        List<String> paths = one ? others.subList(2, others.size()) : others;
        Map<String, JobSteps> jobs = read(query, paths.isEmpty() ? List.of(".") : paths);
        if (jobs.isEmpty()) {
            String whose = one ? "that job" : "any job";
            String hint = passedOver ? "; lines for people are not checked" : "";
            err.println("no event at a stage of " + whose + hint);
            return Main.WRONG;
        }
        return show(jobs, silentSince, arguments) == 0 ? Main.FOUND : Main.NOTHING;
    }

    /** By lines of JSON: those for people tell seconds only, so nobody knows which of two was first. */
    private Map<String, JobSteps> read(LogQuery query, List<String> paths) throws IOException {
        Map<String, JobSteps> jobs = new LinkedHashMap<>();
        int steps = 0;
        try (LogReader reader = Places.read(query, paths)) {
            while (reader.hasNext() && steps < MOST) {
                LoggedEvent event = reader.next();
                String jobId = event.text(Fields.JOB_ID).orElse("");
                if (jobId.isEmpty() || event.stage().isEmpty()) {
                    continue;
                }
                passedOver |= !event.isJson();
                if (event.isJson()) {
                    steps += jobs.computeIfAbsent(jobId, id -> new JobSteps()).add(event) ? 1 : 0;
                }
            }
            GrepCommand.tellTrouble(reader, err);
        }
        if (steps >= MOST) {
            err.println("there are more than " + MOST + " events at a stage: only the first are checked");
        }
        return jobs;
    }

    /** Gives how many findings there are. */
    private int show(Map<String, JobSteps> jobs, Instant silentSince, Arguments arguments) throws IOException {
        boolean json = arguments.has(JSON);
        Paint paint = arguments.paint(terminal);
        int count = 0;
        for (Map.Entry<String, JobSteps> job : jobs.entrySet()) {
            for (Map.Entry<Finding, JobSteps.Step> finding :
                    job.getValue().findings(silentSince).entrySet()) {
                out.line(
                        json
                                ? FindingLine.json(job.getKey(), finding.getKey(), finding.getValue())
                                : FindingLine.forPeople(job.getKey(), finding.getKey(), finding.getValue(), paint));
                count++;
            }
        }
        out.line(json ? FindingLine.jsonSum(jobs.size(), count) : FindingLine.sum(jobs.size(), count));
        return count;
    }
}
