package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What can be done with the lines of a list: more of them, those around one, other columns, a download. */
class ListTest extends Journey {

    @Test
    void olderLinesComeWhenOneScrollsUp() {
        StringBuilder batch = new StringBuilder();
        Instant begin = Instant.now().minusSeconds(2000);
        for (int i = 0; i < 1500; i++) {
            batch.append(i == 0 ? "" : ",")
                    .append(Events.event(begin.plusSeconds(i), "info", "worker", ",\"msg\":\"line " + i + ".\""));
        }
        site.client.batch(batch.toString());
        Page page = site.open("");
        assertThat(line(page, "line 1499.")).isVisible();

        Site.await(
                page,
                "(document.querySelector('.grid').scrollTop = 0, "
                        + "document.querySelector('.grid').getAttribute('aria-rowcount') === '1501')");

        page.keyboard().press("g");
        assertThat(line(page, "line 0.")).isVisible();
    }

    @Test
    void theLinesAroundALineAreThoseOfItsService() {
        for (int i = 0; i < 30; i++) {
            event(i == 15 ? "error" : "info", i % 2 == 1 ? "worker" : "api", "line " + i + ".");
        }
        Page page = site.open("#/logs?min_level=error");
        line(page, "line 15.").click();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lines around"))
                .click();

        assertThat(line(page, "line 13.")).isVisible();
        assertThat(line(page, "line 17.")).isVisible();
        assertThat(line(page, "line 14.")).hasCount(0);
        assertThat(page.locator(".row.pinned")).containsText("line 15.");
    }

    @Test
    void columnsAreChosenAndRemembered() {
        site.client.batch(Events.event(Instant.now(), "info", "worker", ",\"msg\":\"m\",\"prompt_length\":77"));
        Page page = site.open("");
        assertThat(lines(page)).hasCount(1);
        page.locator("#columns summary").click();
        page.locator("#columns label").first().hover();
        page.getByLabel("prompt_length").check();
        assertThat(lines(page)).containsText("77");

        page.navigate(site.collector.url() + "/#/jobs");
        page.navigate(site.collector.url() + "/#/logs");

        assertThat(lines(page)).containsText("77");
    }

    @Test
    void whatIsFilteredIsDownloaded() throws IOException {
        event("info", "worker", "kept");
        event("info", "api", "not kept");
        Page page = site.open("#/logs?service=worker");
        assertThat(lines(page)).hasCount(1);
        page.locator("#download summary").click();

        Download download = page.waitForDownload(() -> page.getByText("NDJSON").click());

        assertThat(download.suggestedFilename()).isEqualTo("logs.ndjson");
        assertThat(Files.readAllLines(download.path()))
                .singleElement()
                .asString()
                .contains("\"msg\":\"kept\"");
    }
}
