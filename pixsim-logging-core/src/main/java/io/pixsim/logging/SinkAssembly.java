package io.pixsim.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

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
        return started(new JsonLinesEncoder(), settings, context, redactor);
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
        Origin origin = settings.origin();
        List<SinkProvider> providers = providers();
        Optional<Forwarding> forwarding = providers.stream().anyMatch(SinkProvider::replacesForwarding)
                ? Optional.empty()
                : settings.forwarding();
        SinkSettings told =
                new SinkSettings(context, origin.service(), origin.env(), forwarding, settings.spoolFolder(), redactor);
        boolean forwards = false;
        for (SinkProvider provider : providers) {
            forwards |= provider.forwards();
            addProvided(sinks, provider, told);
        }
        if (forwarding.isPresent() && !forwards) {
            Diagnostics.shared()
                    .setting("PIXSIM_LOG_INGESTION_URL is set, but nothing on the class path forwards events; add"
                            + " io.pixsim:pixsim-logging-http, or unset it");
        }
    }

    private static void addProvided(List<Appender<ILoggingEvent>> sinks, SinkProvider provider, SinkSettings settings) {
        try {
            sinks.addAll(provider.sinks(settings));
        } catch (RuntimeException | LinkageError e) { // the other module's own code, or a class that is not there
            Diagnostics.shared()
                    .setting("sinks of " + provider.getClass().getName() + " could not be made and are left out: " + e);
        }
    }

    private static List<SinkProvider> providers() {
        List<SinkProvider> providers = new ArrayList<>();
        try {
            ServiceLoader.load(SinkProvider.class, Logging.class.getClassLoader())
                    .forEach(providers::add);
        } catch (ServiceConfigurationError | LinkageError e) { // or a class that it needs is not there
            Diagnostics.shared().setting("a sink provider could not be loaded and is left out: " + e.getMessage());
        }
        return providers;
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
