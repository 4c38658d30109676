package io.pixsim.logging.http;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

/** Logger contexts apart from the one that SLF4J has. */
final class Contexts {

    private Contexts() {}

    static LoggerContext fresh() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }
}
