package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import io.pixsim.logging.encode.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers are made in parts of 64 KiB: entries of all sizes come out of them as they went in, each once and in order. */
class LargeEntriesTest {

    private static final int ENTRIES = 40;
    private static final int PART = 64 << 10;
    private static final List<String> LETTERS = List.of("a", "é", "漢", "😀", "\\\"");

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final List<String> messages = new ArrayList<>();
    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
        client = running.client;
        for (int i = 0; i < ENTRIES; i++) {
            String message = message();
            messages.add(message.replace("\\\"", "\""));
            String event = "{\"timestamp\":\"2026-01-02T03:04:05." + (100 + i)
                    + "Z\",\"level\":\"info\",\"service\":\"a\"," + "\"job_id\":7,\"msg\":\"" + message + "\"}";
            assertThat(client.batch(event).status()).isEqualTo(200);
        }
    }

    @AfterEach
    void stop() {
        running.close();
    }

    /** Short, about as long as a part, or several parts long. */
    private String message() {
        int bytes = switch (random.nextInt(3)) {
            case 0 -> random.nextInt(500);
            case 1 -> PART - 250 + random.nextInt(500);
            default -> random.nextInt(5 * PART);
        };
        String letter = LETTERS.get(random.nextInt(LETTERS.size()));
        int size = letter.getBytes(StandardCharsets.UTF_8).length;
        return "x".repeat(random.nextInt(4)) + letter.repeat(bytes / size);
    }

    @Test
    void aTraceHasThem() {
        assertThat(client.get(API + "/trace/job/7").list())
                .extracting(entry -> entry.get("msg"))
                .isEqualTo(messages);
    }

    @Test
    void pagesHaveThem() {
        List<Object> newestFirst = new ArrayList<>();
        String cursor = null;
        do {
            String limit = String.valueOf(1 + random.nextInt(15));
            Map<String, Object> page = (cursor == null
                            ? client.get(API + "/query", "limit", limit)
                            : client.get(API + "/query", "limit", limit, "cursor", cursor))
                    .object();
            assertThat(page).containsEntry("total", (long) ENTRIES);
            logs(page).forEach(entry -> newestFirst.add(0, entry.get("msg")));
            cursor = (String) page.get("next_cursor");
        } while (cursor != null);

        assertThat(newestFirst).isEqualTo(messages);
    }

    @Test
    void aPageBehindAnOffsetHasThem() {
        Map<String, Object> page =
                client.get(API + "/query", "offset", "5", "limit", "30").object();

        assertThat(logs(page).stream().map(entry -> entry.get("msg")).toList())
                .isEqualTo(reversed(messages).subList(5, 35));
        assertThat(page).containsEntry("total", (long) ENTRIES).containsEntry("offset", 5L);
    }

    @Test
    void whatStandsAroundOneOfThemIsThem() {
        int one = random.nextInt(ENTRIES);
        int before = random.nextInt(ENTRIES);
        int after = random.nextInt(ENTRIES);
        Object id = client.get(API + "/trace/job/7").list().get(one).get("id");

        Map<String, Object> context = client.get(
                        API + "/context/" + id, "before", String.valueOf(before), "after", String.valueOf(after))
                .object();

        List<Map<String, Object>> told = new ArrayList<>(entries(context, "before"));
        told.add(entry(context));
        told.addAll(entries(context, "after"));
        assertThat(told)
                .extracting(entry -> entry.get("msg"))
                .isEqualTo(messages.subList(Math.max(0, one - before), Math.min(ENTRIES, one + after + 1)));
    }

    @Test
    void downloadsHaveThemPackedOrNot() throws IOException {
        String plain = client.get(API + "/export").text();
        byte[] packed = client.get(API + "/export", "compress", "gzip").bytes();
        byte[] packedOnTheWay = client.send(client.request(API + "/export")
                        .header("Accept-Encoding", "gzip")
                        .build())
                .bytes();

        List<String> exported = new ArrayList<>();
        for (String line : plain.lines().toList()) {
            exported.add((String)
                    JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)).get("msg"));
        }
        assertThat(exported).isEqualTo(messages);
        assertThat(unpacked(packed)).isEqualTo(plain);
        assertThat(unpacked(packedOnTheWay)).isEqualTo(plain);
    }

    @Test
    void aViewerSeesThem() throws IOException {
        try (Socket viewer = new Socket(
                InetAddress.getLoopbackAddress(), running.collector.url().getPort())) {
            viewer.getOutputStream()
                    .write(("GET " + API + "/tail?last_event_id=0 HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(viewer.getInputStream(), StandardCharsets.UTF_8));

            List<Object> seen = new ArrayList<>();
            while (seen.size() < ENTRIES) {
                String line = lines.readLine();
                if (line.startsWith("data: ")) {
                    seen.add(JsonReader.readObject(line.substring(6).getBytes(StandardCharsets.UTF_8))
                            .get("msg"));
                }
            }

            assertThat(seen).isEqualTo(messages);
        }
    }

    private static List<Map<String, Object>> logs(Map<String, Object> page) {
        return entries(page, "logs");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> answer, String name) {
        return (List<Map<String, Object>>) answer.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entry(Map<String, Object> context) {
        return (Map<String, Object>) context.get("entry");
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String unpacked(byte[] packed) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
