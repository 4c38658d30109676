package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Where a token is set, the page asks for it. */
class TokenTest extends Journey {

    @Test
    void theTokenIsAskedForOnceAndStandsNowhere() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Site closed = Site.start(other, browser, builder -> builder.readToken("s3cret-token"))) {
            closed.client.batch(Events.event(Instant.now(), "info", "worker", ",\"msg\":\"behind a token\""));
            Page page = closed.open("");
            page.locator("input[name=token]").fill("wrong");
            page.getByText("Go on").click();
            assertThat(page.getByText("That was not the right one.")).isVisible();
            page.locator("input[name=token]").fill("\u0161ecret-token");
            page.getByText("Go on").click();
            assertThat(page.getByText("No token has such characters.")).isVisible();

            page.locator("input[name=token]").fill("s3cret-token");
            page.getByText("Go on").click();

            assertThat(line(page, "behind a token")).isVisible();
            assertThat(page.locator(".tail")).hasText("Live");
            page.keyboard().press("v");
            assertThat(page.locator(".figure").first()).hasText("1");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(page.url()).doesNotContain("s3cret");
            assertThat(
                            (String)
                                    page.evaluate(
                                            "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, "
                                                    + "document.documentElement.outerHTML, performance.getEntries().map((one) => one.name)])"))
                    .doesNotContain("s3cret");
        }
    }
}
