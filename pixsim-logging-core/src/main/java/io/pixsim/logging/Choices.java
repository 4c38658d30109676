package io.pixsim.logging;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.sink.EndpointOptions;
import org.jspecify.annotations.Nullable;

/** What was set of {@link LoggingOptions}; what was not is null here, and empty to whoever asks. */
final class Choices implements Cloneable {

    private final String service;

    @Nullable
    String env;

    @Nullable
    Format format;

    @Nullable
    Names names;

    @Nullable
    Boolean upperCaseLevels;

    @Nullable
    Severity level;

    @Nullable
    Integer samplingProviderStatus;

    @Nullable
    GateOptions gate;

    @Nullable
    RedactionPolicy redaction;

    @Nullable
    Path file;

    FileOptions files = FileOptions.builder().build();
    JvmOptions jvm = JvmOptions.builder().build();

    @Nullable
    URI ingestionUrl;

    EndpointOptions endpoint = EndpointOptions.DEFAULT;

    @Nullable
    Boolean enableHttp;

    @Nullable
    Integer batchSize;

    @Nullable
    Duration flushInterval;

    @Nullable
    Path spoolFolder;

    Choices(String service) {
        this.service = service;
    }

    /** Those that stand now. Whoever builds on changes this one alone. */
    Choices copy() {
        try {
            return (Choices) clone();
        } catch (CloneNotSupportedException e) { // it is
            throw new IllegalStateException(e);
        }
    }

    String service() {
        return service;
    }

    Optional<String> env() {
        return Optional.ofNullable(env);
    }

    Optional<Format> format() {
        return Optional.ofNullable(format);
    }

    Optional<Names> names() {
        return Optional.ofNullable(names);
    }

    Optional<Boolean> upperCaseLevels() {
        return Optional.ofNullable(upperCaseLevels);
    }

    Optional<Severity> level() {
        return Optional.ofNullable(level);
    }

    Optional<Integer> samplingProviderStatus() {
        return Optional.ofNullable(samplingProviderStatus);
    }

    Optional<GateOptions> gate() {
        return Optional.ofNullable(gate);
    }

    Optional<RedactionPolicy> redaction() {
        return Optional.ofNullable(redaction);
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    FileOptions files() {
        return files;
    }

    JvmOptions jvm() {
        return jvm;
    }

    ForwardingChoice forwarding() {
        return new ForwardingChoice(
                Optional.ofNullable(ingestionUrl),
                endpoint,
                Optional.ofNullable(enableHttp),
                Optional.ofNullable(batchSize),
                Optional.ofNullable(flushInterval),
                Optional.ofNullable(spoolFolder));
    }
}
