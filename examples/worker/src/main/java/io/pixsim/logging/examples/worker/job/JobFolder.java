package io.pixsim.logging.examples.worker.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A folder of request files, and of the images that they name. */
public final class JobFolder {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path folder;

    /**
     * A folder that exists.
     *
     * @param folder where it is
     */
    public JobFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Every request, in the order of the file names.
     *
     * @return the requests
     * @throws IOException when a file cannot be read or is no request; its name is told
     */
    public List<JobRequest> requests() throws IOException {
        List<JobRequest> requests = new ArrayList<>();
        for (Path file : files()) {
            requests.add(read(file));
        }
        return requests;
    }

    /**
     * The bytes of a source image.
     *
     * @param name relative to the folder
     * @return the file as it is; whether it is an image is for the provider to say
     * @throws IOException when there is no such file in the folder
     */
    public byte[] image(String name) throws IOException {
        Path image = folder.resolve(name).normalize();
        if (!image.startsWith(folder.normalize())) {
            throw new IOException("image is outside of the job folder: " + name);
        }
        return Files.readAllBytes(image);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static JobRequest read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), JobRequest.class);
        } catch (IOException e) {
            throw new IOException("no job request: " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
