package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page over many entries. How long things took is told by {@link Figures}; asserted is only what holds on a slow machine,
 * too. {@code -Dpixsim.page.rows} says how many entries; a million unless told.
 */
@ExtendWith(Chromium.class)
class ManyLinesTest {

    private static final int ROWS = Integer.getInteger("pixsim.page.rows", 1_000_000);
    private static final int LOADED = Math.min(100_000, ROWS);
    private static final int BATCH = 10_000;
    private static final double PATIENCE = 240_000;
    private static final int MOST_FOLLOWED = 20_000;
    private static final long MOST_GROWTH = 40 << 20;
    private static final int ROUNDS = 5;
    private static final Figures FIGURES = new Figures();

    /** Tells when a condition first holds in a frame that is drawn, in milliseconds since it began to look. */
    private static final String WHEN = "new Promise((resolve) => { const holds = %s; const began = performance.now();"
            + " const look = () => (holds() ? resolve(performance.now() - began) : requestAnimationFrame(look)); look(); })";

    @TempDir
    static Path folder;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void start(Browser started) throws Exception {
        browser = started;
        site = Site.start(folder, browser);
        long began = System.nanoTime();
        Instant end = Instant.now();
        ExecutorService senders = Executors.newFixedThreadPool(2);
        for (int first = 0; first < ROWS; first += BATCH) {
            int from = first;
            senders.execute(() -> send(from, Math.min(from + BATCH, ROWS), end));
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        FIGURES.other(
                "entries stored", ROWS + " in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s");
    }

    private static void send(int from, int to, Instant end) {
        StringBuilder events = new StringBuilder();
        for (int i = from; i < to; i++) {
            Instant time = end.minusMillis((ROWS - i) * 80_000_000L / ROWS);
            String level = i % 1000 == 7 ? "error" : i % 50 == 0 ? "warning" : i % 3 == 0 ? "debug" : "info";
            events.append(i == from ? "" : ",")
                    .append(Events.event(
                            time,
                            level,
                            "service-" + i % 7,
                            ",\"msg\":\"entry " + i + " of many\",\"job_id\":" + i / 18
                                    + ",\"stage\":\"provider:status\",\"provider_id\":\"pixverse\",\"request_id\":\"req-"
                                    + i / 9 + "\""));
        }
        assertThat(site.client.batch(events.toString()).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws IOException {
        FIGURES.write(ROWS, browser);
        // Counts of a million entries may take longer than a question may; then the page says that it has none.
        assertThat(site.complaints).allMatch(complaint -> complaint.contains("504"));
        site.close();
    }

    private static String millis(Object number) {
        return Math.round(((Number) number).doubleValue()) + " ms";
    }

    @Test
    void itIsThereSoonAndAnswersFilters() {
        Page page = site.open("#/logs");
        page.locator(".row").first().waitFor();
        page.reload();
        page.locator(".row").first().waitFor();
        FIGURES.other(
                "first paint",
                millis(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")));
        page.addInitScript(
                "const look = () => document.querySelector('.row') ? (window.firstLines = performance.now()) : requestAnimationFrame(look);"
                        + " requestAnimationFrame(look);");
        page.reload();
        Site.await(page, "window.firstLines > 0");
        FIGURES.other("first lines", millis(page.evaluate("window.firstLines")));

        filter(page, "errors and worse", "min_level=error", "every((row) => row.className.includes('error'))");
        filter(page, "warnings and worse", "min_level=warning", "every((row) => /warning|error/.test(row.className))");
        filter(page, "one service", "service=service-3", "every((row) => row.textContent.includes('service-3'))");
        filter(
                page,
                "errors of one service",
                "service=service-3&min_level=error",
                "every((row) => row.textContent.includes('service-3'))");
        String job = String.valueOf(ROWS / 18 - 5);
        filter(page, "one job", "job_id=" + job, "every((row) => row.textContent.includes('" + job + "'))");
        filter(page, "text of every line", "search=of+many", "every((row) => row.querySelector('mark') !== null)");
        filter(
                page,
                "text of a new line",
                "search=%22entry+" + (ROWS - 9) + "+%22",
                "some((row) => row.querySelector('mark'))");
        filter(
                page,
                "text of one line, half way",
                "search=%22entry+" + ROWS / 2 + "+%22",
                "some((row) => row.querySelector('mark'))");
    }

    /** From all lines to those of a filter, some times. */
    private static void filter(Page page, String name, String query, String holds) {
        List<Double> firstAnswers = new ArrayList<>();
        List<Double> results = new ArrayList<>();
        List<Double> waits = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            page.evaluate("location.hash = '#/logs?live=0'; undefined");
            Site.await(page, "/^[\\d,]+ lines$/.test(document.querySelector('.total').textContent)");
            page.evaluate(
                    "performance.clearResourceTimings(); window.shown = document.querySelector('.grid'); undefined");
            @SuppressWarnings("unchecked")
            List<Number> took = (List<Number>) page.evaluate("(() => { location.hash = '#/logs?" + query + "';"
                    + " const first = " + WHEN.formatted("() => document.querySelector('.grid') !== window.shown") + ";"
                    + " const all = "
                    + WHEN.formatted(
                            "() => { const rows = [...document.querySelectorAll('.row')]; return document.querySelector('.grid') !== window.shown"
                                    + " && rows.length > 0 && rows." + holds + "; }")
                    + "; return Promise.all([first, all]); })()");
            firstAnswers.add(took.get(0).doubleValue());
            results.add(took.get(1).doubleValue());
            waits.add(((Number)
                            page.evaluate(
                                    "(({ requestStart, responseStart }) => responseStart - requestStart)("
                                            + "performance.getEntriesByType('resource').find(({ name }) => name.includes('/logs/query')))"))
                    .doubleValue());
        }
        FIGURES.filter(name, firstAnswers, results, waits);
        assertThat(page.locator(".histogram svg, .list-bar .hint").first()).isVisible();
    }

    @Test
    void noFrameIsBlankWhileScrolling() {
        Page page = site.open("#/logs?live=0");
        page.setDefaultTimeout(PATIENCE);
        page.locator(".row").first().waitFor();
        page.evaluate(
                "async ([wanted, patience]) => { const grid = document.querySelector('.grid'); const began = performance.now();"
                        + " while (Number(grid.getAttribute('aria-rowcount')) <= wanted && performance.now() - began < patience) {"
                        + "   grid.scrollTop = 0; await new Promise((resolve) => setTimeout(resolve, 20)); } }",
                List.of(LOADED - 1000, PATIENCE));
        assertThat(((Number) page.evaluate("Number(document.querySelector('.grid').getAttribute('aria-rowcount'))"))
                        .intValue())
                .isGreaterThan(LOADED - 1000);

        @SuppressWarnings("unchecked")
        Map<String, Object> scrolled = (Map<String, Object>) page.evaluate("async () => {"
                + " const grid = document.querySelector('.grid'); const box = grid.getBoundingClientRect();"
                + " const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));"
                + " const isBlank = () => [60, box.height / 2, box.height - 30].some((y) => document.elementFromPoint(box.left + 200, box.top + y)?.closest('.row') == null);"
                + " let frames = 0, blank = 0, longest = 0, last = performance.now();"
                + " for (const step of [240, 900, 40000, -3000]) { for (let i = 0; i < 90; i++) {"
                + "   grid.scrollTop += step; await frame(); const now = performance.now(); longest = Math.max(longest, now - last); last = now;"
                + "   frames++; blank += isBlank() ? 1 : 0; } }"
                + " return { frames, blank, longest }; }");

        FIGURES.other(
                "scrolled over " + LOADED + " lines",
                scrolled.get("frames") + " frames, longest " + millis(scrolled.get("longest")));
        FIGURES.other("heap with " + LOADED + " lines", (heap(page) >> 20) + " MB");
        assertThat(((Number) scrolled.get("blank")).intValue()).isZero();
        assertThat(page.locator(".row").count()).isLessThan(200);
    }

    @Test
    void anHourOfTailTakesNoMoreMemoryThanItsBeginning() {
        Page page = site.open("#/logs?service=tailed");
        assertThat(page.locator(".tail")).hasText("Live");
        Instant begin = Instant.now();
        List<Long> heaps = new ArrayList<>();
        for (int minute = 1; minute <= 60; minute++) {
            StringBuilder events = new StringBuilder();
            for (int i = 0; i < 1000; i++) {
                events.append(i == 0 ? "" : ",")
                        .append(Events.event(
                                begin.plusSeconds(minute * 60L),
                                "info",
                                "tailed",
                                ",\"msg\":\"minute " + minute + " line " + i + ".\",\"text\":\"" + "x".repeat(200)
                                        + "\""));
            }
            site.client.batch(events.toString());
            assertThat(Site.line(page, "minute " + minute + " line 999.")).isVisible();
            if (minute % 20 == 0) {
                heaps.add(heap(page));
            }
        }

        FIGURES.other(
                "heap after 20, 40, 60 minutes of tail",
                heaps.stream().map(heap -> (heap >> 20) + " MB").toList().toString());
        assertThat(((Number) page.evaluate("Number(document.querySelector('.grid').getAttribute('aria-rowcount'))"))
                        .intValue())
                .isLessThanOrEqualTo(MOST_FOLLOWED + 1);
        assertThat(heaps.get(2)).isLessThan(heaps.get(0) + MOST_GROWTH);
    }

    /** What is in use after what is not was thrown away. */
    private static long heap(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("HeapProfiler.collectGarbage");
        session.detach();
        return ((Number) page.evaluate("performance.memory.usedJSHeapSize")).longValue();
    }
}
