package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** The first lines are there as soon as can be: nothing else is asked for before them, and nothing that is no more wanted. */
class FirstLinesTest extends Journey {

    @Test
    void linesAreAskedForFirstAndCountedAfterwards() {
        event("error", "worker", "one");
        Page page = site.open("#/jobs");
        List<Route> held = new ArrayList<>();
        List<String> asked = asked(page);
        page.route("**/logs/query*", held::add);

        page.navigate(site.collector.url() + "/#/logs?min_level=error");
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(held.get(0).request().url()).contains("count=none", "within_ms=", "min_level=error");
        assertThat(asked).filteredOn(url -> url.contains("/stats")).isEmpty();
        held.get(0).resume();

        assertThat(lines(page)).hasCount(1);
        assertThat(page.locator(".histogram svg")).isVisible();
        assertThat(page.locator(".total")).hasText("1 lines");
        assertThat(asked).filteredOn(url -> url.contains("/stats")).hasSize(1);
    }

    @Test
    void whoChangesTheFilterGivesUpWhatWasAskedBefore() {
        event("error", "worker", "one");
        Page page = site.open("#/logs?live=0");
        assertThat(page.locator(".histogram svg")).isVisible();
        List<Route> held = new ArrayList<>();
        List<String> givenUp = new ArrayList<>();
        page.onRequestFailed(request -> givenUp.add(request.url()));
        page.route("**/logs/query*", held::add);

        button(page, "Warn +").click();
        page.waitForCondition(() -> held.size() == 1);
        button(page, "Error +").click();
        page.waitForCondition(() -> held.size() == 2);

        page.waitForCondition(() -> !givenUp.isEmpty());
        assertThat(givenUp).singleElement().asString().contains("min_level=warning");
        assertThat(asker(held.get(1))[0]).isEqualTo(asker(held.get(0))[0]);
        assertThat(Integer.parseInt(asker(held.get(1))[1])).isGreaterThan(Integer.parseInt(asker(held.get(0))[1]));
        held.get(1).resume();
        assertThat(lines(page)).hasCount(1);
    }

    /** Who asks, and which question it is: by it the collector stops work that nobody waits for. */
    private static String[] asker(Route route) {
        return route.request().headers().get("x-pixsim-asker").split(";", 2);
    }

    @Test
    void whatIsFoundFarBackIsShownWhileMoreIsLookedFor() {
        event("info", "worker", "needle");
        Page page = site.open("#/logs");
        assertThat(lines(page)).hasCount(1);
        List<Route> held = new ArrayList<>();
        page.route("**/logs/query*", held::add);
        page.locator(".search").fill("needle");
        page.waitForCondition(() -> held.size() == 1);

        held.get(0)
                .fulfill(json("{\"logs\":[],\"total\":0,\"total_is_exact\":true,\"limit\":300,\"offset\":0,"
                        + "\"next_cursor\":\"OTk5OTk5OTk5OTk5OTk5OTow\",\"searched_to\":\"2026-11-28T09:08:07Z\"}"));
        assertThat(page.locator(".notice")).containsText("Searching");
        assertThat(page.locator(".total")).hasText("0 lines, searched back to 09:08:07");
        page.waitForCondition(() -> held.size() == 2);
        held.get(1).resume();

        assertThat(lines(page)).hasCount(1);
        assertThat(page.locator(".total")).hasText("1 lines");
    }

    private static Route.FulfillOptions json(String body) {
        return new Route.FulfillOptions().setContentType("application/json").setBody(body);
    }

    private static List<String> asked(Page page) {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        return asked;
    }
}
