package io.pixsim.logging.sink;

import java.nio.file.Path;
import java.util.Optional;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.redact.Redactor;

/**
 * What a {@link SinkProvider} is told.
 *
 * @param context the logger context that the sinks belong to
 * @param service the {@code service} field
 * @param env the {@code env} field
 * @param forwarding where events are to be forwarded to; empty when they are not
 * @param spoolFolder where events wait on disk until they are; empty when they wait in memory
 * @param redactor what every value goes through, shared by all sinks
 * @param lookup what else operators set, for providers with settings of their own
 */
public record SinkSettings(
        LoggerContext context,
        String service,
        String env,
        Optional<Forwarding> forwarding,
        Optional<Path> spoolFolder,
        Redactor redactor,
        SettingLookup lookup) {

    /**
     * Settings by which nothing waits on disk, and nothing else is set.
     *
     * @param context the logger context that the sinks belong to
     * @param service the {@code service} field
     * @param env the {@code env} field
     * @param forwarding where events are to be forwarded to; empty when they are not
     * @param redactor what every value goes through, shared by all sinks
     */
    public SinkSettings(
            LoggerContext context, String service, String env, Optional<Forwarding> forwarding, Redactor redactor) {
        this(context, service, env, forwarding, Optional.empty(), redactor, SettingLookup.NONE);
    }
}
