package io.pixsim.logging;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.gate.RuleText;
import io.pixsim.logging.jobs.JobFileAppender;
import io.pixsim.logging.jobs.JobPattern;
import io.pixsim.logging.rolling.Rotation;
import io.pixsim.logging.rolling.WritingAppender;

/** What files there are in the end: code before system property before environment before default. */
record FileSettings(
        Optional<Path> serviceFile,
        Optional<Path> errorFile,
        Optional<Boolean> json,
        Optional<Path> folder,
        Set<FileSet> sets,
        JobPattern jobPattern,
        int openJobFiles,
        int keepDays,
        long keepBytes,
        Duration gather) {

    private static final int ERRORS_DAYS = 90;

    static FileSettings resolve(FileOptions options, Origin origin, Environment environment) {
        return new FileSettings(
                options.serviceFile().or(() -> serviceFile(origin.service(), environment)),
                options.errorFile().or(() -> path("ERROR_LOG_FILE", "a file", environment)),
                options.json()
                        .or(() -> environment.find("JSON_LOGS", Numbers::onOff, "true or false", "what each file has")),
                options.folder().or(() -> path("PIXSIM_LOG_DIR", "a folder", environment)),
                options.sets().orElseGet(() -> sets(environment)),
                options.jobPattern()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_JOB_PATTERN",
                                FileSettings::pattern,
                                JobPattern.ALLOWED,
                                JobPattern.DEFAULT)),
                options.openJobFiles()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_JOB_OPEN_FILES",
                                Numbers::fromOne,
                                "a whole number from 1",
                                JobFileAppender.DEFAULT_OPEN_FILES)),
                options.keepDays()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_KEEP_DAYS",
                                Numbers::fromOne,
                                "a whole number from 1",
                                keepDays(origin.env()))),
                options.keepBytes()
                        .or(() -> environment.find(
                                "PIXSIM_LOG_KEEP_SIZE",
                                Numbers::size,
                                "a size such as 500MB",
                                (Rotation.DEFAULT_KEEP_BYTES >> 30) + "GB"))
                        .orElse(Rotation.DEFAULT_KEEP_BYTES),
                options.gather()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_FILE_GATHER",
                                FileSettings::gather,
                                "a number of seconds above 0, up to 1",
                                WritingAppender.DEFAULT_GATHER)));
    }

    boolean has(FileSet set) {
        return folder.isPresent() && sets.contains(set);
    }

    Rotation ofService() {
        return new Rotation(Rotation.Every.DAY, 0, 0, Duration.ofDays(keepDays), keepBytes, true);
    }

    Rotation ofErrors() {
        int days = Math.max(keepDays, ERRORS_DAYS);
        return new Rotation(Rotation.Every.WEEK, 0, 0, Duration.ofDays(days), keepBytes, true);
    }

    /** A worker that has no file of its own shares the other one: it was asked for, and two processes may. */
    private static Optional<Path> serviceFile(String service, Environment environment) {
        boolean worker =
                Arrays.asList(service.toLowerCase(Locale.ROOT).split("[^a-z]+")).contains("worker");
        Optional<Path> own = worker ? path("WORKER_LOG_FILE", "a file", environment) : Optional.empty();
        return own.or(() -> path("LOG_FILE", "a file", environment));
    }

    private static int keepDays(String env) {
        return switch (env.toLowerCase(Locale.ROOT)) {
            case "dev", "development", "local", "test" -> 7;
            case "staging", "stage" -> 14;
            default -> 30;
        };
    }

    private static Set<FileSet> sets(Environment environment) {
        String name = "PIXSIM_LOG_FILES";
        Optional<String> text = environment.text(name);
        if (text.isEmpty()) {
            return FileSet.DEFAULT;
        }
        Set<FileSet> sets = EnumSet.noneOf(FileSet.class);
        for (String item : RuleText.items(text.get())) {
            try {
                sets.add(FileSet.of(item));
            } catch (IllegalArgumentException e) {
                environment.wrongItem(name, item, "service, jobs or levels");
            }
        }
        return sets;
    }

    private static Optional<Path> path(String name, String what, Environment environment) {
        return environment.find(name, FileSettings::path, what, "none: nothing is written there");
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> gather(String text) {
        return RuleText.seconds(text).filter(time -> time.compareTo(WritingAppender.MOST_GATHER) <= 0);
    }

    private static Optional<JobPattern> pattern(String text) {
        try {
            return Optional.of(JobPattern.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
