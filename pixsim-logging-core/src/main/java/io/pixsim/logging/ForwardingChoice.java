package io.pixsim.logging;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.pixsim.logging.sink.EndpointOptions;

/** What the program itself decides about forwarding. */
record ForwardingChoice(
        Optional<URI> url,
        EndpointOptions endpoint,
        Optional<Boolean> enabled,
        Optional<Integer> batchSize,
        Optional<Duration> flushInterval,
        Optional<Path> spoolFolder) {}
