package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** How lines are found: by level, text, value and time; the address holds what one sees. */
class FilterTest extends Journey {

    @Test
    void linesAreFilteredByLevelTextAndValue() {
        event("info", "worker", "alpha one");
        event("error", "worker", "alpha two");
        event("error", "api", "beta");
        Page page = site.open("");
        assertThat(lines(page)).hasCount(3);

        button(page, "Error +").click();
        assertThat(lines(page)).hasCount(2);
        page.locator(".search").fill("alpha | gamma");
        assertThat(lines(page)).hasCount(1);
        assertThat(lines(page).locator("mark")).hasText("alpha");
        page.locator(".search").fill("");
        assertThat(lines(page)).hasCount(2);
        page.getByLabel("Counts")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("api"))
                .click();

        assertThat(lines(page)).hasCount(1);
        assertThat(line(page, "beta")).isVisible();
        assertThat(page.url()).contains("service=api", "min_level=error");
    }

    @Test
    void theAddressHoldsWhatOneSees() {
        event("info", "worker", "seen");
        event("info", "api", "hidden");
        Page first = site.open("#/logs?service=worker&highlight=see&columns=msg,service&range=1h");
        line(first, "seen").click();
        assertThat(first.locator(".detail")).isVisible();

        Page second = site.open(first.url().replaceAll("^[^#]*", ""));

        assertThat(lines(second)).hasCount(1);
        assertThat(second.locator(".detail-message")).hasText("seen");
        assertThat(second.locator(".row mark")).hasText("see");
        assertThat(second.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"message", "service"});
    }

    @Test
    void theWayBackLeadsBack() {
        event("info", "worker", "one");
        Page page = site.open("");
        assertThat(lines(page)).hasCount(1);
        button(page, "Error +").click();
        assertThat(lines(page)).hasCount(0);

        page.goBack();

        assertThat(lines(page)).hasCount(1);
    }

    @Test
    void aRangeIsDraggedOverTheHistogram() {
        Instant now = Instant.now();
        for (int minute = 1; minute < 50; minute++) {
            site.client.batch(Events.event(
                    now.minusSeconds(minute * 60L), "info", "worker", ",\"msg\":\"minute " + minute + ".\""));
        }
        Page page = site.open("#/logs?range=1h");
        assertThat(lines(page)).hasCount(49);
        var box = page.locator(".histogram svg").boundingBox();

        page.mouse().move(box.x + box.width * 0.4, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + 20);
        page.mouse().up();

        assertThat(page).hasURL(Pattern.compile("range=.*\\.\\."));
        assertThat(line(page, "minute 30.")).isVisible();
        assertThat(line(page, "minute 5.")).hasCount(0);
        assertThat(page.locator(".tail")).hasText("Past");
    }

    @Test
    void aPresetIsKept() {
        Page page = site.open("#/logs?service=worker&min_level=warning");
        page.locator("summary", new Page.LocatorOptions().setHasText("Presets")).click();
        page.getByLabel("Name of this search").fill("mine");
        page.getByText("Keep").click();

        page.navigate(site.collector.url() + "/#/logs");
        page.reload();
        page.locator("summary", new Page.LocatorOptions().setHasText("Presets")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("mine"))
                .click();

        assertThat(page).hasURL(Pattern.compile("service=worker&min_level=warning"));
    }

    @Test
    void onlyIsOfferedWhereItFindsTheLine() {
        site.client.batch(Events.event(
                Instant.now(),
                "info",
                "worker",
                ",\"quoted\":\"5\\\" disk\",\"list\":[1,2],\"object\":{\"a\":\"b\"},\"long\":\"" + "x".repeat(1001)
                        + "\""));
        event("info", "worker", "another");
        Page page = site.open("");
        lines(page).first().click();
        for (String name : List.of("quoted", "list")) {
            field(page, name).getByText("only").click();
            assertThat(lines(page)).hasCount(1);
            lines(page).first().click();
        }
        for (String name : List.of("object", "long")) {
            assertThat(field(page, name)).isVisible();
            assertThat(field(page, name).getByText("only")).hasCount(0);
        }
    }

    @Test
    void whereNothingIsFoundThePageSaysWhenThereWasSomething() {
        site.client.batch(
                Events.event(Instant.parse("2025-11-13T00:30:00Z"), "info", "worker", ",\"msg\":\"long ago\""));
        Page page = site.open("");
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("2025-11-13 00:30:00")))
                .isVisible();

        button(page, "Show all times").click();

        assertThat(line(page, "long ago")).isVisible();
    }

    private static Locator field(Page page, String name) {
        return page.locator(".field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(name))));
    }
}
