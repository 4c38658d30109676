package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What processes take. */
final class Processes {

    private static final double KIB_OF_MIB = 1024;
    private static final int TICK_MILLIS = 10;
    private static final int OWN_TICKS = 11;

    private Processes() {}

    static Duration cpu(Collection<ProcessHandle> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory together, by a name in the kernel's status; in MiB. */
    static double memory(Collection<ProcessHandle> processes, String which) throws IOException {
        double sum = 0;
        for (ProcessHandle process : processes) {
            List<String> lines = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"));
            sum += lines.stream()
                    .filter(line -> line.startsWith(which + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_OF_MIB)
                    .sum();
        }
        return sum;
    }

    /** CPU time of all processes of a name on this machine, also of those that they waited for. */
    static Duration cpuOf(String name) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            long ticks = processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .mapToLong(process -> ticks(process, name))
                    .sum();
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private static long ticks(Path process, String name) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            if (!stat.contains("(" + name + ")")) {
                return 0;
            }
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(fields)
                    .skip(OWN_TICKS)
                    .limit(4)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
