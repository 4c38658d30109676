package io.pixsim.logging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;
import org.jspecify.annotations.Nullable;

/** Calls the sink providers of other modules: what one of them throws is told, and costs neither the program nor another. */
final class Providers {

    private static final int MOST_BROKEN = 100;

    private Providers() {}

    /** Those that can be loaded. */
    static List<SinkProvider> load(@Nullable ClassLoader from) {
        List<SinkProvider> providers = new ArrayList<>();
        Iterator<SinkProvider> found =
                ServiceLoader.load(SinkProvider.class, from).iterator();
        for (int broken = 0; broken < MOST_BROKEN; broken++) {
            try {
                found.forEachRemaining(providers::add);
                return providers;
            } catch (ServiceConfigurationError | LinkageError e) { // or a class that it needs is not there
                Diagnostics.shared().setting("a sink provider could not be loaded and is left out: " + e.getMessage());
            }
        }
        return providers;
    }

    /** What a provider makes; nothing when it fails. */
    static List<Appender<ILoggingEvent>> sinks(SinkProvider provider, SinkSettings settings) {
        try {
            return List.copyOf(provider.sinks(settings));
        } catch (RuntimeException | LinkageError e) { // the other module's own code, or a class that is not there
            Diagnostics.shared()
                    .setting("sinks of " + provider.getClass().getName() + " could not be made and are left out: " + e);
            return List.of();
        }
    }

    /**
     * Whether one of them says yes. One that fails is taken to say no: then events are forwarded as if it were not there, and
     * are rather stored twice than nowhere.
     */
    static boolean any(List<SinkProvider> providers, Predicate<SinkProvider> question) {
        return providers.stream().anyMatch(provider -> says(provider, question));
    }

    private static boolean says(SinkProvider provider, Predicate<SinkProvider> question) {
        try {
            return question.test(provider);
        } catch (RuntimeException | LinkageError e) {
            Diagnostics.shared().setting(provider.getClass().getName() + " could not be asked about forwarding: " + e);
            return false;
        }
    }
}
