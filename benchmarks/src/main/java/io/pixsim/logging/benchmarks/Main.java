package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Checks the lines, runs every benchmark in one go, writes the report and prints its summary. */
final class Main {

    private static final Set<Peer> ENCODERS =
            EnumSet.complementOf(EnumSet.of(Peer.PIXSIM_IN_LOGBACK, Peer.PIXSIM_FRONT_DOOR, Peer.PENNA));
    private static final Set<Peer> CALLERS = EnumSet.complementOf(EnumSet.of(Peer.PENNA));

    private final Effort effort;
    private final String newestHome;
    private final List<Row> rows = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Redaction> redactions = new ArrayList<>();
    private String newestJdk = "not measured";

    private Main(Effort effort, String newestHome) {
        this.effort = effort;
        this.newestHome = newestHome;
    }

    /** The argument is the file to write. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Effort effort =
                Effort.valueOf(System.getProperty("benchmarks.effort", "quick").toUpperCase(Locale.ROOT));
        new Main(effort, System.getProperty("benchmarks.newest", "")).run(Path.of(args[0]));
    }

    private void run(Path file) throws IOException, InterruptedException, RunnerException {
        Machine machine = Machine.now();
        Verdicts verdicts = Verdicts.of(List.copyOf(ENCODERS));
        encoders();
        callers();
        silentCalls();
        redaction();
        if (!newestHome.isBlank()) {
            verdicts.add(Peer.PENNA, PennaProbe.run(newestJava()));
            newest();
        }
        Report report = new Report(machine, newestJdk, effort, verdicts, rows, looks, redactions);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, report.markdown());
        System.out.print(report.summaryLines());
    }

    private void encoders() throws RunnerException {
        String[] kinds = Arrays.stream(EventKind.values())
                .filter(kind -> kind != EventKind.MESSAGE)
                .map(Enum::name)
                .toArray(String[]::new);
        measure(
                options(EncodeBenchmark.class, "encode")
                        .param("peer", names(ENCODERS))
                        .param("event", kinds),
                false);
    }

    private void callers() throws RunnerException {
        measure(options(CallBenchmark.class, "call").param("peer", names(CALLERS)), false);
        measure(
                options(CallBenchmark.class, "call")
                        .param("peer", names(CALLERS))
                        .threads(2),
                false);
        measure(options(CallBenchmark.class, "callInChangedContext").param("peer", names(CALLERS)), false);
    }

    private void silentCalls() throws RunnerException {
        measure(options(SilentCallBenchmark.class, "\\w+"), false);
    }

    private void redaction() throws RunnerException {
        ChainedOptionsBuilder hostile = options(RedactorBenchmark.class, "hostile");
        effort.lengthen(hostile);
        look(hostile);
        look(options(RedactorBenchmark.class, "(message|messageAsText|shortValue)"));
        for (RunResult result :
                new Runner(options(RedactionBenchmark.class, "encode").build()).run()) {
            redactions.add(Redaction.of(result));
        }
    }

    private void look(ChainedOptionsBuilder options) throws RunnerException {
        for (RunResult result : new Runner(options.build()).run()) {
            looks.add(Look.of(result));
        }
    }

    private void newest() throws RunnerException {
        String java = newestJava().toString();
        Set<Peer> ours = EnumSet.of(Peer.PIXSIM, Peer.PIXSIM_IN_LOGBACK, Peer.PIXSIM_FRONT_DOOR, Peer.BOUND);
        measure(options(CallBenchmark.class, "call").jvm(java).param("peer", names(ours)), true);
        measure(
                options(CallBenchmark.class, "call")
                        .jvm(java)
                        .jvmArgsAppend(Jvm.PENNA)
                        .param("peer", names(EnumSet.of(Peer.PENNA))),
                true);
    }

    private void measure(ChainedOptionsBuilder options, boolean newest) throws RunnerException {
        for (RunResult result : new Runner(options.build()).run()) {
            Row row = Row.of(Scenario.of(result.getParams(), newest), result);
            rows.add(row);
            if (newest) {
                newestJdk = result.getParams().getVmName() + " "
                        + result.getParams().getVmVersion();
            }
            System.out.printf(
                    "%-36s %-34s %8.1f ns CPU %8.1f B%n",
                    row.scenario().title(), row.peer().title(), row.cpu(), row.garbage());
        }
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, String method) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .jvmArgs(Jvm.COMMON)
                .jvmArgsPrepend(Jvm.LOGBACK)
                .addProfiler(MeterProfiler.class)
                .shouldFailOnError(true)
                .shouldDoGC(false)
                .verbosity(VerboseMode.SILENT);
        effort.applyTo(options);
        return options;
    }

    private Path newestJava() {
        return Path.of(newestHome, "bin", "java");
    }

    private static String[] names(Set<Peer> peers) {
        return peers.stream().map(Enum::name).toArray(String[]::new);
    }
}
