package io.pixsim.logging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.jobs.JobFileAppender;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.logback.LoggerNameFilter;
import io.pixsim.logging.logback.PlainEncoder;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.rolling.LineLogFile;
import io.pixsim.logging.rolling.LogFileAppender;
import io.pixsim.logging.rolling.Rotation;

/** The files that settings ask for, as sinks: configured, not started. */
final class FileAssembly {

    private static final long LEVEL_FILE_BYTES = 10L << 20;
    private static final int LEVEL_FILES = 5;

    private final Settings settings;
    private final FileSettings files;
    private final LoggerContext context;
    private final Redactor redactor;
    private final JsonLinesEncoder lines;
    private final List<Appender<ILoggingEvent>> sinks = new ArrayList<>();

    private FileAssembly(Settings settings, LoggerContext context, Redactor redactor, JsonLinesEncoder lines) {
        this.settings = settings;
        this.files = settings.files();
        this.context = context;
        this.redactor = redactor;
        this.lines = lines;
    }

    static List<Appender<ILoggingEvent>> of(
            Settings settings, LoggerContext context, Redactor redactor, JsonLinesEncoder lines) {
        FileAssembly assembly = new FileAssembly(settings, context, redactor, lines);
        assembly.addNamed();
        assembly.addFolder();
        return assembly.sinks;
    }

    private void addNamed() {
        boolean json = files.json().orElse(true);
        files.serviceFile()
                .filter(path -> !isWrittenAnyway(path))
                .ifPresent(path -> add("service-file", path, json, false, files.ofService()));
        files.errorFile().ifPresent(path -> add("error-file", path, json, false, files.ofErrors(), threshold("ERROR")));
    }

    /** Two who write to one file would write each line twice, and rotate it away from each other. */
    private boolean isWrittenAnyway(Path path) {
        Path asked = path.toAbsolutePath().normalize();
        return settings.file()
                .filter(file -> file.toAbsolutePath().normalize().equals(asked))
                .isPresent();
    }

    private void addFolder() {
        if (files.folder().isEmpty()) {
            return;
        }
        Path folder = files.folder().get();
        if (files.has(FileSet.SERVICE)) {
            String name = settings.origin().service().replaceAll("[^A-Za-z0-9_-]+", "_") + ".jsonl";
            add("runtime", folder.resolve("runtime/logs").resolve(name), true, false, files.ofService());
        }
        if (files.has(FileSet.LEVELS)) {
            addLevel("info", folder, threshold("INFO"));
            addLevel("error", folder, threshold("ERROR"));
            addLevel("debug", folder, threshold("DEBUG"));
            addLevel("services", folder, logger("services"));
        }
        if (files.has(FileSet.JOBS)) {
            addJobs(folder);
        }
    }

    private void addLevel(String name, Path folder, Filter<ILoggingEvent> filter) {
        boolean json = files.json().orElse(false);
        Rotation rotation = Rotation.bySize(LEVEL_FILE_BYTES, LEVEL_FILES);
        add(name + "-log", folder.resolve(name + ".log"), json, true, rotation, filter);
    }

    private void addJobs(Path folder) {
        JobFileAppender jobs = new JobFileAppender();
        jobs.setName("jobs");
        jobs.setContext(context);
        jobs.setEncoder(lines);
        jobs.setFolder(folder.toString());
        jobs.setPattern(files.jobPattern().toString());
        jobs.setMaxOpenFiles(files.openJobFiles());
        jobs.setGather(files.gather());
        jobs.setKeepDays(files.keepDays());
        jobs.setKeepSize(new FileSize(files.keepBytes()));
        sinks.add(jobs);
    }

    @SafeVarargs
    private void add(
            String name,
            Path path,
            boolean json,
            boolean callers,
            Rotation rotation,
            Filter<ILoggingEvent>... filters) {
        LogFileAppender file = json ? new LineLogFile() : new LogFileAppender();
        file.setName(name);
        file.setContext(context);
        file.setFile(path.toString());
        file.setRotation(rotation);
        file.setGather(files.gather());
        file.setEncoder(json ? lines : plain(callers));
        for (Filter<ILoggingEvent> filter : filters) {
            file.addFilter(filter);
        }
        sinks.add(file);
    }

    private PlainEncoder plain(boolean callers) {
        PlainEncoder encoder = new PlainEncoder();
        encoder.setContext(context);
        encoder.setService(settings.origin().service());
        encoder.setEnv(settings.origin().env());
        encoder.setRedactor(redactor);
        encoder.setCallers(callers);
        encoder.start();
        return encoder;
    }

    private static ThresholdFilter threshold(String level) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(level);
        filter.start();
        return filter;
    }

    private static LoggerNameFilter logger(String name) {
        LoggerNameFilter filter = new LoggerNameFilter();
        filter.setLogger(name);
        filter.start();
        return filter;
    }
}
