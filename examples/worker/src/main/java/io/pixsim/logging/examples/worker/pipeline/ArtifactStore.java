package io.pixsim.logging.examples.worker.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A folder of artifacts, numbered. */
final class ArtifactStore {

    private final Path folder;
    private final AtomicLong artifacts = new AtomicLong(456);
    private final AtomicLong submissions = new AtomicLong(321);

    ArtifactStore(Path folder) {
        this.folder = folder;
    }

    Artifact create() {
        long id = artifacts.getAndIncrement();
        return new Artifact(id, submissions.getAndIncrement(), folder.resolve("artifact-" + id + ".gif"));
    }

    void store(Artifact artifact, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Files.write(artifact.file(), content);
    }
}
