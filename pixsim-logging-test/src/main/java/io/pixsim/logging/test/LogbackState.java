package io.pixsim.logging.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.LifeCycle;

/** How logging is set up at a moment: all loggers, and the turbo filters. */
final class LogbackState {

    private final LoggerContext logback;
    private final Map<String, LoggerState> loggers = new HashMap<>();
    private final List<TurboFilter> turboFilters;
    private final List<LifeCycle> running = new ArrayList<>();

    private LogbackState(LoggerContext logback) {
        this.logback = logback;
        this.turboFilters = List.copyOf(logback.getTurboFilterList());
        logback.getLoggerList().forEach(logger -> loggers.put(logger.getName(), LoggerState.of(logger)));
        turboFilters.forEach(this::rememberIfRunning);
        loggers.values().forEach(state -> state.appenders().forEach(this::rememberIfRunning));
    }

    static LogbackState of(LoggerContext logback) {
        return new LogbackState(logback);
    }

    static List<Appender<ILoggingEvent>> appenders(Logger logger) {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
            appenders.add(all.next());
        }
        return appenders;
    }

    /** Puts everything back. */
    void restore() {
        restoreTurboFilters();
        running.stream().filter(part -> !part.isStarted()).forEach(LifeCycle::start);
        for (Logger logger : logback.getLoggerList()) {
            loggers.getOrDefault(logger.getName(), LoggerState.FRESH).restore(logger);
        }
    }

    private void restoreTurboFilters() {
        List<TurboFilter> now = logback.getTurboFilterList();
        if (now.equals(turboFilters)) {
            return;
        }
        List<TurboFilter> added = new ArrayList<>(now);
        added.removeAll(turboFilters);
        now.clear();
        now.addAll(turboFilters);
        added.forEach(LifeCycle::stop);
    }

    private void rememberIfRunning(LifeCycle part) {
        if (part.isStarted()) {
            running.add(part);
        }
    }
}
