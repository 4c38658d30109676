package io.pixsim.logging.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random events in random files: whatever their form and cuts, a query gives what a list of the events would. */
class LogReaderFuzzTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    private final List<Written> events = new ArrayList<>();
    private int broken;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aQueryGivesWhatAListWould(long seed) throws IOException {
        Random random = new Random(seed);
        writeFiles(random);

        for (int i = 0; i < 25; i++) {
            String job = String.valueOf(random.nextInt(6));
            String text = "ä€" + random.nextInt(4);
            boolean byJob = random.nextBoolean();
            boolean byText = random.nextBoolean();
            LogQuery query = LogQuery.all();
            Predicate<Written> wanted = event -> true;
            if (byJob) {
                query = query.job(job);
                wanted = wanted.and(event -> event.job.equals(job));
            }
            if (byText) {
                query = query.text(text);
                wanted = wanted.and(event -> event.text.contains(text));
            }
            assertRead(
                    query, events.stream().filter(wanted).map(Written::number).toList(), seed);
        }
    }

    private void assertRead(LogQuery query, List<Integer> expected, long seed) throws IOException {
        List<Integer> reversed = new ArrayList<>(expected);
        Collections.reverse(reversed);

        assertThat(read(query)).as("seed %s", seed).isEqualTo(expected);
        assertThat(read(query.newestFirst())).as("seed %s, newest first", seed).isEqualTo(reversed);
    }

    private List<Integer> read(LogQuery query) throws IOException {
        try (LogReader reader = LogFiles.in(folder).read(query)) {
            List<Integer> numbers = reader.stream()
                    .map(event -> ((Number) event.fields().get("n")).intValue())
                    .toList();
            assertThat(reader.skippedLines()).isLessThanOrEqualTo(broken);
            return numbers;
        }
    }

    /** Events in the order of time, dealt out to some rotations, with what is no event between them. */
    private void writeFiles(Random random) throws IOException {
        int files = 1 + random.nextInt(5);
        List<ByteArrayOutputStream> contents = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            contents.add(new ByteArrayOutputStream());
        }
        int count = random.nextInt(600);
        for (int n = 0; n < count; n++) {
            Written event = Written.random(n, random);
            events.add(event);
            ByteArrayOutputStream content = contents.get(random.nextInt(files));
            content.writeBytes(event.line(random).getBytes(UTF_8));
            if (random.nextInt(20) == 0) {
                content.writeBytes(noise(random));
                broken++;
            }
        }
        for (int i = 0; i < files; i++) {
            byte[] content = withUnfinishedEnd(contents.get(i).toByteArray(), random);
            boolean packed = random.nextBoolean();
            Path file = folder.resolve("service" + i + (packed ? ".1.jsonl.gz" : ".jsonl"));
            Files.write(file, packed ? members(content, random) : content);
        }
    }

    private byte[] withUnfinishedEnd(byte[] content, Random random) {
        if (random.nextBoolean()) {
            return content;
        }
        broken++;
        byte[] end = "{\"n\":1,\"job_id\":1,\"msg\":\"ä€".getBytes(UTF_8);
        byte[] both = Arrays.copyOf(content, content.length + 1 + random.nextInt(end.length));
        System.arraycopy(end, 0, both, content.length, both.length - content.length);
        return both;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[1 + random.nextInt(40)];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == '\n' || noise[i] == '[' ? (byte) '?' : noise[i];
        }
        noise[0] = (byte) "{?\u0000x".charAt(random.nextInt(4));
        noise[noise.length - 1] = '\n';
        return noise;
    }

    /** Compressed in several members, as when compressed files are put together. */
    private static byte[] members(byte[] content, Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int from = 0;
        while (from < content.length || all.size() == 0) {
            int to = Math.min(content.length, from + 1 + random.nextInt(20_000));
            all.writeBytes(TailTest.gzip(Arrays.copyOfRange(content, from, to)));
            from = to;
        }
        return all.toByteArray();
    }

    private record Written(int number, String job, String text) {

        static Written random(int number, Random random) {
            String text = "ä€" + random.nextInt(4) + (random.nextInt(30) == 0 ? "x".repeat(70_000) : "");
            return new Written(number, String.valueOf(random.nextInt(6)), text);
        }

        String line(Random random) {
            String shownText = random.nextInt(4) == 0 ? text.replace("ä", "\\u00e4") : text;
            String shownJob =
                    random.nextBoolean() ? job : random.nextBoolean() ? '"' + job + '"' : '"' + "\\u003" + job + '"';
            return "{\"timestamp\":\"" + START.plusMillis(number) + "\",\"n\":" + number + ",\"msg\":\"" + shownText
                    + "\",\"job_id\":" + shownJob + (random.nextInt(9) == 0 ? "}\r\n" : "}\n");
        }
    }
}
