package io.pixsim.logging.spring;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.pixsim.logging.FileOptions;
import io.pixsim.logging.Format;
import io.pixsim.logging.GateOptions;
import io.pixsim.logging.JvmOptions;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.sink.Credentials;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.env.Environment;

/** What the properties of an application say, as options. A wrong one is told in one line and left out. */
final class BootOptions {

    private static final String PREFIX = "pixsim.logging.";

    private BootOptions() {}

    static LoggingOptions of(PixSimLoggingProperties properties, Environment environment) {
        String name = environment.getProperty("spring.application.name", "application");
        String service = properties.service() == null ? name : properties.service();
        LoggingOptions.Builder options = LoggingOptions.forService(service.isBlank() ? "application" : service);
        set("env", properties.env(), options::env);
        set("format", parsed("format", properties.format(), BootOptions::format), options::format);
        set("names", parsed("names", properties.names(), Names::parse), options::names);
        set("upper-case-levels", properties.upperCaseLevels(), options::upperCaseLevels);
        set("level", level(properties, environment), options::level);
        set("file", properties.file(), options::file);
        options.files(files(properties, environment));
        set(
                "exclude-paths",
                properties.excludePaths(),
                paths -> options.gate(GateOptions.builder()
                        .excludePaths(paths.toArray(new String[0]))
                        .build()));
        if (!properties.redactKeys().isEmpty()) {
            set("redact-keys", properties.redactKeys(), keys -> {
                RedactionPolicy.Builder policy = RedactionPolicy.standard().toBuilder();
                keys.forEach(policy::addKey);
                options.redaction(policy.build());
            });
        }
        options.jvm(jvm(properties));
        forward(properties.ingestion(), options);
        return options.build();
    }

    private static void forward(PixSimLoggingProperties.Ingestion ingestion, LoggingOptions.Builder options) {
        set("ingestion.url", ingestion.url(), options::ingestionUrl);
        set("ingestion.batch-size", ingestion.batchSize(), options::batchSize);
        set("ingestion.flush-interval", ingestion.flushInterval(), options::flushInterval);
        set("ingestion.spool-directory", ingestion.spoolDirectory(), options::spoolFolder);
        EndpointOptions endpoint = Optional.ofNullable(
                        parsed("ingestion.format", ingestion.format(), IngestionFormat::parse))
                .map(EndpointOptions::of)
                .orElse(EndpointOptions.DEFAULT);
        options.endpoint(endpoint);
        set("ingestion.token", ingestion.token(), token -> options.endpoint(endpoint.with(Credentials.bearer(token))));
    }

    private static JvmOptions jvm(PixSimLoggingProperties properties) {
        JvmOptions.Builder options = JvmOptions.builder();
        set("uncaught-exceptions", properties.uncaughtExceptions(), options::uncaughtExceptions);
        set("jmx", properties.jmx(), options::jmx);
        return options.build();
    }

    private static FileOptions files(PixSimLoggingProperties properties, Environment environment) {
        FileOptions.Builder files = FileOptions.builder();
        set("directory", properties.directory(), files::folder);
        LogFile ofBoot = LogFile.get(environment);
        if (ofBoot != null) {
            setFile(ofBoot, files);
        }
        return files.build();
    }

    /**
     * The file that Spring Boot itself would write: its appender goes with all others of the root logger. It is in the
     * system property {@code LOG_FILE}, too, so to make it anything else than that would write each line twice.
     */
    private static void setFile(LogFile ofBoot, FileOptions.Builder files) {
        try {
            files.serviceFile(Path.of(ofBoot.toString()));
        } catch (InvalidPathException e) {
            Diagnostics.shared().setting("logging.file.name or logging.file.path is no path; leaving it out");
        }
    }

    /** Spring Boot has a word for the root logger's level, too; by its FATAL it shows errors. */
    private static @Nullable Severity level(PixSimLoggingProperties properties, Environment environment) {
        Severity own = parsed("level", properties.level(), Severity::parse);
        return own != null
                ? own
                : Severity.parse(environment.getProperty("logging.level.root"))
                        .map(level -> level == Severity.CRITICAL ? Severity.ERROR : level)
                        .orElse(null);
    }

    /** What the front door has no name for. YAML makes a false of a plain off. */
    static Optional<LogLevel> levelOfBoot(PixSimLoggingProperties properties, Environment environment) {
        if (properties.level() != null && Severity.parse(properties.level()).isPresent()) {
            return Optional.empty();
        }
        String root = environment.getProperty("logging.level.root", "");
        return switch (root.strip().toUpperCase(Locale.ROOT)) {
            case "OFF", "FALSE" -> Optional.of(LogLevel.OFF);
            case "TRACE" -> Optional.of(LogLevel.TRACE);
            default -> Optional.empty();
        };
    }

    private static Optional<Format> format(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "JSON" -> Optional.of(Format.JSON);
            case "HUMAN" -> Optional.of(Format.HUMAN);
            default -> Optional.empty();
        };
    }

    private static <T> @Nullable T parsed(String name, @Nullable String text, Function<String, Optional<T>> parse) {
        if (text == null) {
            return null;
        }
        Optional<T> value = parse.apply(text);
        if (value.isEmpty()) {
            Diagnostics.shared().setting(PREFIX + name + " can't be read; leaving it out");
        }
        return value.orElse(null);
    }

    /** Setters check what they are given; the text of what they throw may hold a credential. */
    static <T> void set(String name, @Nullable T value, Consumer<T> setter) {
        if (value == null) {
            return;
        }
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            Diagnostics.shared().setting(PREFIX + name + " is not allowed; leaving it out");
        }
    }
}
