package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What comes while one watches is added, without a gap, and moves nothing that is read. */
class LiveListTest extends Journey {

    @Test
    void theTailShowsWhatComesAndPausesWithoutAGap() {
        Page page = site.open("");
        assertThat(page.locator(".tail")).hasText("Live");
        event("info", "worker", "first");
        assertThat(line(page, "first")).isVisible();

        page.keyboard().press("t");
        assertThat(page.locator(".tail")).hasText("Paused");
        event("info", "worker", "while paused");
        event("info", "worker", "also while paused");
        assertThat(lines(page)).hasCount(1);
        page.keyboard().press("t");

        assertThat(lines(page)).hasCount(3);
        event("info", "worker", "afterwards");
        assertThat(lines(page)).hasCount(4);
    }

    @Test
    void theTailSurvivesARestartOfTheCollectorWithoutAGap() throws IOException {
        event("info", "worker", "before");
        Page page = site.open("");
        assertThat(page.locator(".tail")).hasText("Live");
        int port = site.collector.url().getPort();

        site.collector.close();
        site.complaints.clear();
        try (Site again = Site.start(folder, browser, builder -> builder.port(port))) {
            again.client.batch(Events.event(Instant.now(), "info", "worker", ",\"msg\":\"after\""));

            assertThat(line(page, "after")).isVisible();
            assertThat(lines(page)).hasCount(2);
        }
        site.complaints.removeIf(complaint -> complaint.contains("ERR_"));
    }

    @Test
    void whatIsReadDoesNotMove() {
        for (int i = 0; i < 200; i++) {
            event("info", "worker", "old " + i);
        }
        Page page = site.open("");
        assertThat(line(page, "old 199")).isVisible();
        Locator grid = page.locator(".grid");
        grid.evaluate("grid => grid.scrollTop = 1000");
        Site.await(page, "document.querySelector('.grid').scrollTop === 1000");
        Locator read = line(page, "old 60");
        assertThat(read).isVisible();
        double before = read.boundingBox().y;

        for (int i = 0; i < 20; i++) {
            event("info", "worker", "new " + i);
        }
        assertThat(page.locator(".jump")).hasText("↓ 20 new");

        assertThat(read.boundingBox().y).isEqualTo(before);
        page.locator(".jump").click();
        assertThat(line(page, "new 19")).isVisible();
        assertThat(page.locator(".jump")).hasCount(0);
    }
}
