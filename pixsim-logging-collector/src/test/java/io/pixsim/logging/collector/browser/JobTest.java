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
}
