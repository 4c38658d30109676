package io.pixsim.logging;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.RecorderStats;
import org.jspecify.annotations.Nullable;

/** {@link LoggingMXBean} at the platform's server. To be used only where {@code java.management} is there. */
final class JmxStats implements LoggingMXBean {

    private static final String NAME = "io.pixsim.logging:type=Logging";

    private final Supplier<LoggingStats> stats;

    private JmxStats(Supplier<LoggingStats> stats) {
        this.stats = stats;
    }

    /** Makes the counters visible; null when somebody else's are, such as those of another application in the JVM. */
    static @Nullable JmxStats register(Supplier<LoggingStats> stats) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            JmxStats bean = new JmxStats(stats);
            server.registerMBean(bean, new ObjectName(NAME));
            return bean;
        } catch (JMException | RuntimeException e) { // taken, or not permitted
            Diagnostics.shared().setting("the counters can't be seen by JMX as " + NAME + ": " + e);
            return null;
        }
    }

    void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException | RuntimeException e) { // gone already
            Diagnostics.shared().trouble("the counters could not be taken from JMX: " + e);
        }
    }

    @Override
    public long getEmitted() {
        return stats.get().emitted();
    }

    @Override
    public long getWritten() {
        return stats.get().written();
    }

    @Override
    public Map<String, Long> getSuppressed() {
        return named(stats.get().suppressed());
    }

    @Override
    public long getSinkFailures() {
        return stats.get().sinkFailures();
    }

    @Override
    public Map<String, Long> getRedacted() {
        return new TreeMap<>(stats.get().redacted());
    }

    @Override
    public Map<String, Long> getDelivery() {
        DeliveryStats delivery = stats.get().delivery();
        Map<String, Long> counts = new TreeMap<>();
        counts.put("accepted", delivery.accepted());
        counts.put("delivered", delivery.delivered());
        counts.put("pending", delivery.pending());
        counts.put("pendingBytes", delivery.pendingBytes());
        counts.put("spooled", delivery.spooled());
        counts.put("deadLettered", delivery.deadLettered());
        counts.put("retries", delivery.retries());
        counts.put("oldestMillis", delivery.oldest().toMillis());
        return counts;
    }

    @Override
    public Map<String, Long> getDropped() {
        return named(stats.get().delivery().dropped());
    }

    @Override
    public Map<String, Long> getFiles() {
        FileStats files = stats.get().files();
        Map<String, Long> counts = new TreeMap<>();
        counts.put("accepted", files.accepted());
        counts.put("written", files.written());
        counts.put("pending", files.pending());
        counts.put("openFiles", files.openFiles());
        return counts;
    }

    @Override
    public Map<String, Long> getFileLosses() {
        return named(stats.get().files().lost());
    }

    @Override
    public Map<String, Long> getRecordings() {
        RecorderStats recordings = stats.get().recordings();
        Map<String, Long> counts = new TreeMap<>();
        counts.put("recorded", recordings.recorded());
        counts.put("replayed", recordings.replayed());
        counts.put("discarded", recordings.discarded());
        counts.put("displaced", recordings.displaced());
        counts.put("held", recordings.held());
        counts.put("heldBytes", recordings.heldBytes());
        counts.put("jobs", (long) recordings.jobs());
        return counts;
    }

    private static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }
}
