package io.pixsim.logging;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Leads java.util.logging into SLF4J by the bridge that SLF4J has for it, with levels that follow Logback's: what is not
 * written is held back by java.util.logging itself. Whoever has set up the bridge before us keeps it as it is. To be used
 * only where its classes are there.
 */
final class JulBridge {

    /** What the forwarder itself sends with, and tells of each batch below info: a stream that feeds itself. */
    private static final String SENDER = "okhttp3";

    private final List<Handler> replaced;
    private final @Nullable Level rootLevel;
    private final LevelChangePropagator levels = new LevelChangePropagator();

    private JulBridge(LoggerContext context) {
        java.util.logging.Logger root = root();
        replaced = List.of(root.getHandlers());
        rootLevel = root.getLevel();
        replaced.forEach(root::removeHandler);
        SLF4JBridgeHandler.install();
        if (context.getLogger(SENDER).getLevel() == null) {
            context.getLogger(SENDER).setLevel(ch.qos.logback.classic.Level.INFO);
        }
        levels.setContext(context);
        levels.start();
        context.addListener(levels);
    }

    /** Sets it up; null when somebody else has done so. */
    static @Nullable JulBridge install(LoggerContext context) {
        return SLF4JBridgeHandler.isInstalled() ? null : new JulBridge(context);
    }

    /** Puts back what was there. */
    void remove(LoggerContext context) {
        context.removeListener(levels);
        levels.stop();
        SLF4JBridgeHandler.uninstall();
        java.util.logging.Logger root = root();
        replaced.forEach(root::addHandler);
        root.setLevel(rootLevel);
    }

    private static java.util.logging.Logger root() {
        return LogManager.getLogManager().getLogger("");
    }
}
