package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
        JOB_LINE("#/trace/job/1007", ".lane .bar"),
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

    @ParameterizedTest
    @EnumSource(View.class)
    void eachViewIsForEverybody(View view) throws IOException {
        for (Screen screen : Screen.values()) {
            Page page = site.open(view.place, screen);
            assertThat(page.locator(view.awaited).first()).isVisible();
            if (view == View.DETAIL || view == View.JOB_LINE) {
                page.locator(".row").last().click();
                assertThat(page.locator(".fields")).isVisible();
            }
            settle(page);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve(name(view) + "-" + name(screen) + ".png")));

            Everybody.assertCanUse(page, view + " on " + screen);
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

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void theLastLineIsInSight() {
        Page page = site.open("#/logs");

        assertThat(line(page, "events were lost on their way")).isInViewport();
    }
}
