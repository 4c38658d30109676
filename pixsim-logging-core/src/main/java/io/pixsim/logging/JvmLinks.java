package io.pixsim.logging;

import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LoggingStats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What leads into the chain from elsewhere in the JVM, and what shows it there. Each link stays in place while the settings
 * want it: one that was taken off and put on again would miss what comes meanwhile, or come twice where somebody else has
 * built upon it. What the host does not permit is told once and left out. Guarded by {@link Logging}'s lock.
 */
final class JvmLinks {

    private final LoggerContext context;
    private final Supplier<LoggingStats> stats;
    private @Nullable JulBridge bridge;
    private @Nullable UncaughtExceptions uncaught;
    private @Nullable JmxStats jmx;

    JvmLinks(LoggerContext context, Supplier<LoggingStats> stats) {
        this.context = context;
        this.stats = stats;
    }

    void use(JvmSettings wanted, Logger service) {
        useBridge(wanted.bridgeJul());
        useUncaught(wanted.uncaughtExceptions(), service);
        useJmx(wanted.jmx());
    }

    void remove() {
        useBridge(false);
        removeUncaught();
        useJmx(false);
    }

    private void useBridge(boolean wanted) {
        if (wanted && bridge == null) {
            bridge = bridged();
        } else if (!wanted && bridge != null) {
            bridge.remove(context);
            bridge = null;
        }
    }

    private @Nullable JulBridge bridged() {
        try {
            return JulBridge.install(context);
        } catch (LinkageError e) { // neither the bridge nor java.util.logging has to be there
            return null;
        } catch (SecurityException e) {
            Diagnostics.shared().setting("java.util.logging can't be led in, which is not permitted: " + e);
            return null;
        }
    }

    private void useUncaught(boolean wanted, Logger service) {
        if (!wanted) {
            removeUncaught();
        } else if (uncaught == null) {
            uncaught = UncaughtExceptions.install(service);
        } else {
            uncaught.logTo(service);
        }
    }

    private void removeUncaught() {
        if (uncaught != null) {
            uncaught.remove();
            uncaught = null;
        }
    }

    private void useJmx(boolean wanted) {
        if (wanted && jmx == null) {
            jmx = seen();
        } else if (!wanted && jmx != null) {
            jmx.unregister();
            jmx = null;
        }
    }

    private @Nullable JmxStats seen() {
        try {
            return JmxStats.register(stats);
        } catch (LinkageError e) { // a runtime without java.management
            Diagnostics.shared().setting("there is no JMX in this runtime: " + e);
            return null;
        }
    }
}
