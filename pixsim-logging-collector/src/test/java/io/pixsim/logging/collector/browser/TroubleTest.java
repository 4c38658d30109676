package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What could not be had is told, what is there stays, and all goes on by itself. */
class TroubleTest extends Journey {

    /** Has questions at a path fail until the page is told otherwise. */
    private static void refuse(Page page, String path) {
        page.route(
                path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/json")
                        .setBody("{\"message\":\"busy\"}")));
    }

    @Test
    void linesThatCouldNotBeHadAreMissedUntilTheyCame() {
        event("info", "worker", "from before");
        Page page = site.open("#/jobs");
        assertThat(page.locator(".notice")).isVisible();
        refuse(page, "**/logs/query*");
        page.keyboard().press("l");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("busy");

        event("info", "worker", "new");
        assertThat(lines(page)).hasCount(1);
        assertThat(page.locator(".trouble")).containsText("Lines are missing. busy");

        page.unroute("**/logs/query*");
        button(page, "Try again").click();
        assertThat(lines(page)).hasCount(2);
        assertThat(page.locator(".trouble")).hasCount(0);
        site.complaints.removeIf(complaint -> complaint.contains("503"));
    }

    @Test
    void theListStaysUntilThereIsAnotherHoweverOftenTheFilterChanges() {
        event("info", "worker", "one");
        event("error", "worker", "two");
        Page page = site.open("#/logs?live=0");
        assertThat(lines(page)).hasCount(2);
        page.evaluate("window.shown = document.querySelector('.grid'); undefined");
        List<Route> waiting = new ArrayList<>();
        page.route("**/logs/query*", waiting::add);

        button(page, "Warn +").click();
        button(page, "Error +").click();
        page.waitForCondition(() -> waiting.size() == 2);
        Site.await(
                page,
                "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))");
        assertThat(page.evaluate("document.querySelector('.grid') === window.shown"))
                .isEqualTo(true);
        assertThat(lines(page)).hasCount(2);

        page.unroute("**/logs/query*");
        waiting.get(1).resume();
        assertThat(lines(page)).hasCount(1);
    }

    @Test
    void aJobThatCouldNotBeAskedForAgainSaysSoAndGoesOn() {
        site.client.batch(Events.event(Instant.now(), "info", "worker", ",\"job_id\":7,\"stage\":\"pipeline:start\""));
        Page page = site.open("#/trace/job/7");
        assertThat(lines(page)).hasCount(1);

        refuse(page, "**/logs/trace/**");
        assertThat(page.locator(".trouble")).containsText("What came since is not shown. busy");
        site.client.batch(Events.event(Instant.now(), "info", "worker", ",\"job_id\":7,\"stage\":\"job:end\""));
        page.unroute("**/logs/trace/**");

        assertThat(lines(page)).hasCount(2);
        assertThat(page.locator(".trouble")).hasCount(0);
        site.complaints.removeIf(complaint -> complaint.contains("503"));
    }

    @Test
    void aRefusalIsShownAndTheRestGoesOn() {
        event("info", "worker", "one");
        Page page = site.open("#/logs?attempt=x");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("attempt is not a whole number");
        site.complaints.removeIf(complaint -> complaint.contains("422"));

        page.getByLabel("Take away the filter attempt").click();
        assertThat(lines(page)).hasCount(1);
        site.complaints.removeIf(complaint -> complaint.contains("422"));
        assertThat(List.copyOf(site.complaints)).isEmpty();
    }
}
