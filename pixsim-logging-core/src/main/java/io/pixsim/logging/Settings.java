package io.pixsim.logging;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.encode.Spelling;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.RuleText;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Forwarding;

/** What holds in the end: code before system property before environment before default. */
record Settings(
        Origin origin,
        Format format,
        Spelling spelling,
        Severity level,
        GateRules gate,
        long recordedBytes,
        RedactionPolicy redaction,
        Optional<Path> file,
        FileSettings files,
        Optional<Forwarding> forwarding,
        Optional<Path> spoolFolder,
        JvmSettings jvm) {

    static Settings resolve(LoggingOptions options, Environment environment) {
        return resolve(options.chosen(), environment);
    }

    private static Settings resolve(Choices chosen, Environment environment) {
        Origin origin = new Origin(chosen.service(), chosen.env().orElseGet(() -> env(environment)));
        return new Settings(
                origin,
                chosen.format().orElseGet(() -> format(environment)),
                spelling(chosen, environment),
                chosen.level().orElseGet(() -> level(environment)),
                GateSettings.resolve(chosen, environment),
                GateSettings.recordedBytes(chosen, environment),
                RedactionSettings.resolve(chosen, environment),
                chosen.file(),
                FileSettings.resolve(chosen.files(), origin, environment),
                forwarding(chosen.forwarding(), environment),
                chosen.forwarding()
                        .spoolFolder()
                        .or(() -> environment.find(
                                "PIXSIM_LOG_SPOOL_DIR",
                                Settings::parsePath,
                                "a folder",
                                "none: events wait in memory")),
                JvmSettings.resolve(chosen.jvm(), environment));
    }

    private static String env(Environment environment) {
        return environment.text("PIXSIM_ENV").orElse(Origin.DEFAULT_ENV);
    }

    private static Format format(Environment environment) {
        return environment.read("PIXSIM_LOG_FORMAT", Settings::parseFormat, "json or human", Format.JSON);
    }

    private static Spelling spelling(Choices chosen, Environment environment) {
        return new Spelling(
                chosen.names()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_NAMES", Names::parse, "pixsim or job_centric", Names.PIXSIM)),
                chosen.upperCaseLevels()
                        .orElseGet(() -> environment.read(
                                "PIXSIM_LOG_UPPER_CASE_LEVELS", Numbers::onOff, "true or false", false)));
    }

    private static Severity level(Environment environment) {
        String name = environment.text("PIXSIM_LOG_LEVEL").isPresent() ? "PIXSIM_LOG_LEVEL" : "LOG_LEVEL";
        return environment.read(name, Severity::parse, "one of DEBUG, INFO, WARNING, ERROR, CRITICAL", Severity.INFO);
    }

    private static Optional<Forwarding> forwarding(ForwardingChoice chosen, Environment environment) {
        Optional<List<URI>> urls = chosen.url()
                .map(List::of)
                .or(() -> environment.find(
                        "PIXSIM_LOG_INGESTION_URL",
                        EndpointSettings::parseUrls,
                        "an http(s) URL",
                        "none: events are not forwarded"));
        boolean enabled = chosen.enabled()
                .orElseGet(() -> environment.read(
                        "PIXSIM_LOG_ENABLE_HTTP",
                        text -> text.equalsIgnoreCase("force") ? Optional.of(true) : Numbers.onOff(text),
                        "true, false or force",
                        true));
        if (urls.isEmpty() || !enabled) {
            return Optional.empty();
        }
        OptionalInt batchSize = chosen.batchSize()
                .or(() -> environment.find(
                        "PIXSIM_LOG_INGESTION_BATCH_SIZE",
                        text -> Numbers.fromOne(text, Forwarding.MAX_BATCH_SIZE),
                        "a whole number from 1 to " + Forwarding.MAX_BATCH_SIZE,
                        "what load and endpoint make sensible"))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        Duration interval = chosen.flushInterval()
                .orElseGet(() -> environment.read(
                        "PIXSIM_LOG_INGESTION_FLUSH_INTERVAL",
                        RuleText::seconds,
                        "a number of seconds above 0, up to 3600",
                        Forwarding.DEFAULT_FLUSH_INTERVAL));
        EndpointOptions endpoint = EndpointSettings.resolve(chosen.endpoint(), urls.get(), environment);
        return Optional.of(new Forwarding(urls.get().get(0), batchSize, interval, endpoint));
    }

    private static Optional<Format> parseFormat(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "json" -> Optional.of(Format.JSON);
            case "human" -> Optional.of(Format.HUMAN);
            default -> Optional.empty();
        };
    }

    private static Optional<Path> parsePath(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
