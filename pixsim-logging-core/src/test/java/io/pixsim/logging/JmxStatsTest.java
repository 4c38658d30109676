package io.pixsim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class JmxStatsTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private ObjectName name;

    @BeforeEach
    void nameIt() throws Exception {
        name = new ObjectName("io.pixsim.logging:type=Logging");
    }

    @AfterEach
    void shutDown() {
        Logging.shutdown(Duration.ofSeconds(5));
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void theCountersCanBeReadByJmx() {
        Logger log = configure(JvmOptions.builder().jmx(true).build());
        log.info("password={}", "hunter2hunter2");
        log.error("not critical");

        LoggingMXBean bean = JMX.newMXBeanProxy(server, name, LoggingMXBean.class);

        assertThat(bean.getWritten()).isEqualTo(2);
        assertThat(bean.getEmitted()).isEqualTo(2);
        assertThat(bean.getSuppressed()).isEmpty();
        assertThat(bean.getRedacted()).isNotEmpty();
        assertThat(bean.getSinkFailures()).isZero();
        assertThat(bean.getDelivery()).containsEntry("accepted", 0L).containsKeys("pending", "retries", "oldestMillis");
        assertThat(bean.getDropped()).isEmpty();
        assertThat(bean.getFiles()).containsKey("openFiles");
        assertThat(bean.getRecordings()).containsEntry("recorded", 0L).containsKeys("heldBytes", "jobs");
        assertThat(bean.getFileLosses()).isEmpty();
    }

    @Test
    void whatIsHeldBackIsCountedByReason() {
        Logger log = configure(JvmOptions.builder().jmx(true).build());
        Logging.level(Severity.CRITICAL);
        log.error("not critical");

        LoggingMXBean bean = JMX.newMXBeanProxy(server, name, LoggingMXBean.class);

        assertThat(bean.getSuppressed()).containsEntry("BELOW_CRITICAL", 1L);
    }

    @Test
    void nothingIsRegisteredUnlessAskedFor() {
        configure(JvmOptions.builder().build());

        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void anotherApplicationsCountersStayAndNothingBreaks() throws Exception {
        Object other = new javax.management.StandardMBean(new OtherBean(), Runnable.class);
        server.registerMBean(other, name);
        try {
            configure(JvmOptions.builder().jmx(true).build()).info("still works");
            Logging.shutdown(Duration.ofSeconds(5));

            assertThat(server.isRegistered(name)).isTrue();
        } finally {
            server.unregisterMBean(name);
        }
    }

    private static Logger configure(JvmOptions options) {
        return Logging.configure(
                LoggingOptions.forService("worker").jvm(options).build());
    }

    private static final class OtherBean implements Runnable {

        @Override
        public void run() {}
    }
}
