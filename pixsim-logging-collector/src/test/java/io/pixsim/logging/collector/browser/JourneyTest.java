package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.line;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the page. */
@ExtendWith(Chromium.class)
class JourneyTest {

    @TempDir
    Path folder;

    private Browser browser;
    private Site site;

    @BeforeEach
    void start(Browser started) throws IOException {
        browser = started;
        site = Site.start(folder, browser);
    }

    @AfterEach
    void stop() {
        assertThat(site.complaints).isEmpty();
        site.close();
    }

    private void event(String level, String service, String message) {
        site.client.batch(Events.event(Instant.now(), level, service, ",\"msg\":\"" + message + "\""));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

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

    @Test
    void theSystemViewTellsOfClientsAndTheirLastLines() {
        event("info", "worker", "hello from the worker");
        site.client.batch(Events.event(
                Instant.now(),
                "warning",
                "worker",
                ",\"msg\":\"lost some\",\"stage\":\"log:loss\",\"suppressed\":3,\"lost\":{\"queue_full\":3}"));

        Page page = site.open("#/system");

        assertThat(page.locator(".panel-lines")).containsText("hello from the worker");
        assertThat(page.getByLabel("Clients").locator("tbody tr td").last()).hasText("3");
    }

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

    private static Locator field(Page page, String name) {
        return page.locator(".field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(name))));
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
