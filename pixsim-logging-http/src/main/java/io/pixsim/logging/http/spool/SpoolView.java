package io.pixsim.logging.http.spool;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at a spool's folder without changing it, also while processes work in it. */
public final class SpoolView {

    private final Path folder;

    /**
     * A view of a folder.
     *
     * @param folder the folder
     */
    public SpoolView(Path folder) {
        this.folder = folder;
    }

    /**
     * What lies there.
     *
     * @return by origin, the oldest first
     * @throws IOException when the folder can't be read
     */
    public List<Origin> origins() throws IOException {
        List<Origin> origins = new ArrayList<>();
        for (String origin : SpoolFolder.origins(folder)) {
            long[] events = {0};
            forEach(origin, event -> events[0]++);
            long bytes = 0;
            Instant last = Instant.EPOCH;
            List<SegmentName> segments = SpoolFolder.segments(folder, origin);
            for (SegmentName name : segments) {
                Path file = SegmentFormat.file(folder, origin, name.segment());
                bytes += SpoolFolder.size(file);
                last = lastWritten(file).orElse(last);
            }
            origins.add(new Origin(origin, segments.size(), events[0], bytes, last, FolderLock.isHeld(folder, origin)));
        }
        return origins;
    }

    private static Optional<Instant> lastWritten(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Shows the events of an origin that no endpoint has confirmed, oldest first.
     *
     * @param origin the origin
     * @param event gets each event, as it was handed over
     * @throws IOException when a segment can't be read
     */
    public void forEach(String origin, Consumer<byte[]> event) throws IOException {
        Position from = AckFile.peek(folder.resolve(origin + AckFile.SUFFIX));
        for (SegmentName name : SpoolFolder.segments(folder, origin)) {
            if (name.segment() < from.segment()) {
                continue;
            }
            Path file = SegmentFormat.file(folder, origin, name.segment());
            try {
                forEach(file, name.segment() == from.segment() ? from.offset() : SegmentFormat.HEADER_BYTES, event);
            } catch (NoSuchFileException | FileNotFoundException e) {
                // Delivered meanwhile, and gone.
            }
        }
    }

    private static void forEach(Path segment, long from, Consumer<byte[]> event) throws IOException {
        long size = Files.size(segment);
        long at = from;
        while (at < size) {
            SegmentReader reader = new SegmentReader(segment);
            at = reader.read(at, size, Integer.MAX_VALUE, SpoolFolder.SCAN_BYTES);
            reader.events().forEach(event);
        }
    }

    /**
     * What one run of a process has left, or still writes.
     *
     * @param id the origin
     * @param segments its files
     * @param events events that no endpoint has confirmed
     * @param bytes the bytes of its files
     * @param lastWritten when it was last written to
     * @param inUse whether a process works on it now
     */
    public record Origin(String id, int segments, long events, long bytes, Instant lastWritten, boolean inUse) {}
}
