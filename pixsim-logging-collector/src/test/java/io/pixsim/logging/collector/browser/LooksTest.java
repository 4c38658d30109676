package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each view looks like, kept in {@code target/page}; and whether people who can't see it, or use no mouse, can use it. */
@ExtendWith(Chromium.class)
class LooksTest {

    private static final Path PICTURES = Path.of("target/page");
    private static final String AXE =
            "META-INF/resources/webjars/axe-core/" + System.getProperty("axe.version", "4.6.3") + "/axe.min.js";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start(Browser browser) throws IOException {
        site = Site.start(folder, browser);
        Instant now = Instant.now();
        List<String> events = new ArrayList<>(Events.ofJobs(120, now.minusSeconds(72_000), now.minusSeconds(60), 5));
        for (int i = 0; i < 120; i++) {
            Instant time = now.minusSeconds(600L * i + 30);
            events.add(Events.event(
                    time,
                    i % 9 == 0 ? "warning" : "info",
                    i % 3 == 0 ? "scheduler" : "api",
                    ",\"msg\":\"" + (i % 3 == 0 ? "poll_job_statuses took a while" : "POST /api/v1/jobs 201")
                            + "\",\"channel\":\"system\""));
        }
        events.add(
                Events.event(
                        now.minusSeconds(40),
                        "critical",
                        "backend",
                        ",\"msg\":\"database connection lost\",\"error\":\"the server closed the connection\",\"error_type\":\"OperationalError\""));
        events.add(
                Events.event(
                        now.minusSeconds(20),
                        "warning",
                        "worker",
                        ",\"msg\":\"events were lost on their way\",\"stage\":\"log:loss\",\"suppressed\":120,\"lost\":{\"queue_full\":120}"));
        for (int i = 0; i < events.size(); i += 1000) {
            site.client.batch(String.join(",", events.subList(i, Math.min(i + 1000, events.size()))));
        }
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** What is looked at: a place, and what is awaited there. */
    enum View {
        LIST("#/logs", ".row"),
        DETAIL("#/logs?stage=provider:error", ".row"),
        SEARCH("#/logs?search=attempt%20%7C%20failed&highlight=submission&min_level=warning", ".row mark"),
        JOBS("#/jobs", "tbody tr"),
        FAILED_JOB("#/trace/job/1007", ".lane .bar"),
        RETRIED_JOB("#/trace/job/1003", ".lane .bar"),
        OVERVIEW("#/overview", ".lengths"),
        SYSTEM("#/system", ".panel-lines li"),
        EMPTY("#/logs?service=nobody", ".notice"),
        ERROR("#/logs?attempt=x", ".notice-error");

        private final String place;
        private final String awaited;

        View(String place, String awaited) {
            this.place = place;
            this.awaited = awaited;
        }
    }

    /** Where it is looked at. */
    enum Screen {
        LIGHT(1400, 860, ColorScheme.LIGHT),
        DARK(1400, 860, ColorScheme.DARK),
        PHONE(390, 800, ColorScheme.LIGHT),
        PHONE_DARK(390, 800, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Screen(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void eachViewIsForEverybody(View view) throws IOException {
        for (Screen screen : Screen.values()) {
            Page page = site.open(view.place, screen.width, screen.height, screen.scheme);
            assertThat(page.locator(view.awaited).first()).isVisible();
            if (view == View.DETAIL) {
                page.locator(".row").last().click();
                assertThat(page.locator(".fields")).isVisible();
            }
            settle(page);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve(name(view) + "-" + name(screen) + ".png")));

            assertThat(violations(page)).as("%s on %s", view, screen).isEmpty();
            assertThat(page.evaluate(
                            "[document.documentElement, ...document.querySelectorAll('.top, .filters, .trace-top, .page, .detail')]"
                                    + ".every((part) => part.scrollWidth <= part.clientWidth)"))
                    .as("%s on %s fits", view, screen)
                    .isEqualTo(true);
            page.context().close();
        }
        site.complaints.removeIf(complaint -> complaint.contains("422"));
        assertThat(site.complaints).isEmpty();
    }

    /** Counts come after the lines; a picture without them would be of a moment that nobody sees. */
    private static void settle(Page page) {
        Locator histogram = page.locator(".histogram");
        if (histogram.count() > 0 && page.locator(".notice-error").count() == 0) {
            page.locator(".histogram svg").waitFor();
        }
        page.waitForTimeout(150);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Rules of WCAG 2.2 AA and what is good practice besides. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) throws IOException {
        page.evaluate(script() + "; undefined");
        return (List<String>) page.evaluate("axe.run().then(({ violations }) => violations.flatMap((rule) => "
                + "rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)))");
    }

    private static String script() throws IOException {
        try (InputStream in = LooksTest.class.getClassLoader().getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLastLineIsInSight() {
        Page page = site.open("#/logs");

        assertThat(line(page, "events were lost on their way")).isInViewport();
    }
}
