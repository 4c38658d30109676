package io.pixsim.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.logback.EventEncoder;
import io.pixsim.logging.logback.HumanEncoder;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;
import io.pixsim.logging.sink.Sinks;

/** The sinks that settings ask for: console, file, and what other modules add. */
final class SinkAssembly {

    private SinkAssembly() {}

    /** What writes the lines of all sinks that take JSON. */
    static JsonLinesEncoder lines(Settings settings, LoggerContext context, Redactor redactor) {
        JsonLinesEncoder lines = new JsonLinesEncoder();
        lines.setNames(settings.spelling().names());
        lines.setUpperCaseLevels(settings.spelling().upperCaseLevels());
        return started(lines, settings, context, redactor);
    }

    static List<Appender<ILoggingEvent>> of(
            Settings settings, LoggerContext context, Redactor redactor, JsonLinesEncoder lines) {
        List<Appender<ILoggingEvent>> sinks = new ArrayList<>();
        boolean human = settings.format() == Format.HUMAN;
        sinks.add(Sinks.console(context, human ? started(new HumanEncoder(), settings, context, redactor) : lines));
        settings.file().ifPresent(file -> sinks.add(Sinks.file(context, lines, file)));
        sinks.addAll(FileAssembly.of(settings, context, redactor, lines));
        addProvided(sinks, settings, context, redactor);
        return sinks;
    }

    private static void addProvided(
            List<Appender<ILoggingEvent>> sinks, Settings settings, LoggerContext context, Redactor redactor) {
        List<SinkProvider> providers = Providers.load(Logging.class.getClassLoader());
        SinkSettings all = told(settings, context, redactor, settings.forwarding());
        SinkSettings told = Providers.any(providers, provider -> provider.replacesForwarding(all))
                ? told(settings, context, redactor, Optional.empty())
                : all;
        providers.forEach(provider -> sinks.addAll(Providers.sinks(provider, told)));
        if (told.forwarding().isPresent() && !Providers.any(providers, SinkProvider::forwards)) {
            Diagnostics.shared()
                    .setting("PIXSIM_LOG_INGESTION_URL is set, but nothing on the class path forwards events; add"
                            + " io.pixsim:pixsim-logging-http, or unset it");
        }
        Stream.of("PIXSIM_LOG_DB_URL", "LOG_DATABASE_URL")
                .filter(name -> told.lookup().text(name).isPresent())
                .findFirst()
                .filter(name -> !Providers.any(providers, SinkProvider::storesInDatabase))
                .ifPresent(
                        name -> told.lookup()
                                .tell(
                                        name + " is set, but nothing on the class path stores events in a database; add"
                                                + " io.pixsim:pixsim-logging-collector and io.pixsim:pixsim-logging-http, or unset it"));
    }

    private static SinkSettings told(
            Settings settings, LoggerContext context, Redactor redactor, Optional<Forwarding> forwarding) {
        Origin origin = settings.origin();
        return new SinkSettings(
                context,
                origin.service(),
                origin.env(),
                forwarding,
                settings.spoolFolder(),
                redactor,
                Environment.ofProcess());
    }

    private static <E extends EventEncoder> E started(
            E encoder, Settings settings, LoggerContext context, Redactor redactor) {
        encoder.setContext(context);
        encoder.setService(settings.origin().service());
        encoder.setEnv(settings.origin().env());
        encoder.setRedactor(redactor);
        encoder.start();
        return encoder;
    }
}
