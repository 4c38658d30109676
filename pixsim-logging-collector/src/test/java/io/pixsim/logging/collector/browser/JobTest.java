package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A job is found, and tells how it went. */
class JobTest extends Journey {

    @Test
    void aJobIsFoundAndItsFirstErrorStandsOnTop() {
        site.client.batch(String.join(
                ",",
                Events.ofJobs(12, Instant.now().minusSeconds(600), Instant.now().minusSeconds(60), 5)));
        Page page = site.open("#/jobs");
        assertThat(page.locator("tbody tr")).hasCount(12);
        String failed = page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("failed"))
                .first()
                .locator("a")
                .first()
                .textContent();

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(failed).setExact(true))
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("job " + failed);
        assertThat(page.locator(".trace-head .state")).containsText("failed");
        assertThat(page.getByLabel("What failed first")).isVisible();
        assertThat(page.getByLabel("Timeline").getByText("provider:error").first())
                .isVisible();
        assertThat(lines(page)).hasCount(10);
        page.getByLabel("What failed first").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".stack")).containsText("Submit.java:41");
    }

    @Test
    void theEndOfItsLogIsWhatTheTailEndpointGives() {
        site.client.batch(Events.event(
                        Instant.now(), "info", "worker", ",\"msg\":\"ours\",\"job_id\":7,\"project_id\":\"p 1\"")
                + ","
                + Events.event(Instant.now(), "error", "worker", ",\"msg\":\"went wrong\",\"job_id\":7") + ","
                + Events.event(
                        Instant.now(), "info", "worker", ",\"msg\":\"of another\",\"job_id\":7,\"project_id\":\"p2\""));
        Page page = site.open("#/trace/job/7");
        page.locator("#tail summary").click();
        Locator tail = page.locator("#tail pre");
        assertThat(tail).containsText("went wrong");
        assertThat(tail).not().containsText("of another");

        page.locator("#tail")
                .getByText("Copy", new Locator.GetByTextOptions().setExact(true))
                .click();
        String file = site.client
                .get("/api/projects/p%201/jobs/7/log?tailBytes=80000")
                .text();
        Site.await(page, "navigator.clipboard.readText().then((text) => text.length === " + file.length() + ")");
        assertThat(Site.clipboard(page)).isEqualTo(file);
        page.locator("#tail").getByText("Error +").click();
        assertThat(tail).not().containsText("ours");
        site.client.batch(Events.event(Instant.now(), "error", "worker", ",\"msg\":\"and again\",\"job_id\":7"));
        assertThat(tail).containsText("and again");
    }
}
