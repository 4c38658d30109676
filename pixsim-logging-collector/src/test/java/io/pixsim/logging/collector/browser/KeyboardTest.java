package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** No mouse is needed. */
class KeyboardTest extends Journey {

    @Test
    void allIsReachedByKeyboard() {
        event("info", "worker", "one");
        event("error", "worker", "two");
        event("info", "worker", "three");
        Page page = site.open("");
        assertThat(lines(page)).hasCount(3);

        page.keyboard().press("E");
        assertThat(page.locator(".detail-message")).hasText("two");
        page.keyboard().press("j");
        assertThat(page.locator(".detail-message")).hasText("three");
        page.keyboard().press("y");
        Site.await(page, "navigator.clipboard.readText().then((text) => text.includes('three'))");
        page.keyboard().press("Escape");
        assertThat(page.locator(".detail")).hasCount(0);
        page.keyboard().press("/");
        page.keyboard().type("two");
        page.keyboard().press("Enter");
        assertThat(lines(page)).hasCount(1);
        page.keyboard().press("Escape");
        page.keyboard().press("b");
        assertThat(page).hasURL(Pattern.compile("#/jobs"));
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void whoClosesALineIsBackInTheList() {
        event("error", "worker", "two");
        site.client.batch(Events.event(Instant.now(), "error", "worker", ",\"msg\":\"m\",\"job_id\":7"));
        for (String place : List.of("#/logs", "#/trace/job/7")) {
            Page page = site.open(place);
            assertThat(lines(page).first()).isVisible();
            page.keyboard().press("e");
            page.getByLabel("Close").focus();

            page.keyboard().press("Enter");

            assertThat(page.locator(".detail")).hasCount(0);
            assertThat(page.locator(".grid")).isFocused();
            page.keyboard().press("k");
            page.keyboard().press("Escape");
            assertThat(page.locator(".grid")).isFocused();
        }
    }

    @Test
    void whoTakesAFilterAwayIsAtTheNextOne() {
        Page page = site.open("#/logs?service=worker&stage=provider:error");
        page.getByLabel("Take away the filter service").focus();

        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Take away the filter stage")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByLabel("Field to filter by")).isFocused();
    }

    @Test
    void aTimeIsChosenOverTheHistogram() {
        event("info", "worker", "now");
        Page page = site.open("#/logs?range=1h");
        assertThat(page.locator(".histogram svg")).isVisible();
        page.locator(".histogram").focus();

        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("range=.*\\.\\."));
    }
}
