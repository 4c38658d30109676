package io.pixsim.logging.benchmarks;

/** Options of the JVMs that are started. */
final class Jvm {

    static final String LOGBACK = "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider";
    static final String PENNA = "-Dslf4j.provider=penna.core.slf4j.PennaServiceProvider";
    static final String[] COMMON = {"-Xms1g", "-Xmx1g", "-Dslf4j.internal.verbosity=WARN"};

    private Jvm() {}
}
