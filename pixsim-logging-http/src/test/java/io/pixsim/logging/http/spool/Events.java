package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Numbered events that go through a spool. */
final class Events {

    static final String FIRST = "000000000001aaaaaaaa";
    static final String SECOND = "000000000002bbbbbbbb";
    static final String THIRD = "000000000003cccccccc";

    private Events() {}

    static void append(Spool spool, long from, long to) throws IOException {
        spool.append(LongStream.range(from, to).toArray(), bytes(from, to));
    }

    static List<byte[]> bytes(long from, long to) {
        return LongStream.range(from, to).mapToObj(Events::event).toList();
    }

    static byte[] event(long number) {
        return ("{\"number\":" + number + ",\"padding\":\"" + "x".repeat((int) (number % 50)) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Spool open(Path folder, String origin) throws IOException {
        return new Spool(SpoolSettings.in(folder), origin, InstantSource.system());
    }

    /** Reads and acknowledges all there is. */
    static List<Long> drain(Spool spool) throws IOException {
        List<Long> numbers = new ArrayList<>();
        Chunk chunk = spool.read(100, 1 << 20);
        while (chunk != null) {
            for (long number : chunk.numbers()) {
                numbers.add(number);
            }
            spool.acknowledge(chunk.origin(), chunk.end());
            chunk = spool.read(100, 1 << 20);
        }
        return numbers;
    }

    static List<Long> numbers(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    /** Takes over what ended processes have left, and tells how many events that were. */
    static long adopted(Spool spool) throws IOException {
        long[] events = {0};
        spool.adopt(found -> events[0] += found);
        return events[0];
    }

    static List<Path> segments(Path folder) throws IOException {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".seg"))
                .toList();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
