package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * Where and when the run began.
 *
 * @param hardware processor, cores and memory
 * @param system operating system
 * @param jdk the JVM
 * @param date the day, UTC
 * @param load what else went on: the load average of the minute before
 */
public record Machine(String hardware, String system, String jdk, LocalDate date, double load) {

    private static final double GIBIBYTE = 1L << 30;

    /**
     * This machine, now.
     *
     * @return what can be found out about it
     */
    public static Machine now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                "%s, %d cores, %.0f GiB"
                        .formatted(
                                processor(), system.getAvailableProcessors(), system.getTotalMemorySize() / GIBIBYTE),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                LocalDate.now(ZoneOffset.UTC),
                system.getSystemLoadAverage());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unnamed processor");
        } catch (IOException e) {
            return "unnamed processor";
        }
    }
}
