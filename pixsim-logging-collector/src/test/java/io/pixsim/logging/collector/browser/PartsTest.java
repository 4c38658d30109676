package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What opens and closes: for everybody, and by keyboard. The focus goes into it, stays there, and comes back. */
@ExtendWith(Chromium.class)
class PartsTest {

    private static final Path PICTURES = Path.of("target/page");
    private static final int MANY_STEPS = 60;

    @TempDir
    static Path folder;

    private static Site site;
    private static Site guarded;

    @BeforeAll
    static void start(Browser browser) throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        site = Site.start(open, browser);
        Instant now = Instant.now();
        List<String> events = Events.ofJobs(20, now.minusSeconds(3000), now.minusSeconds(60), 5);
        site.client.batch(String.join(",", events));
        guarded = Site.start(
                Files.createDirectory(folder.resolve("guarded")), browser, builder -> builder.readToken("secret"));
    }

    @AfterAll
    static void stop() {
        site.close();
        guarded.close();
    }

    /** What opens: where, from what, and what it is then. */
    enum Part {
        COLUMNS("#/logs", ".row", "#columns summary", "#columns .menu-body"),
        PRESETS("#/logs", ".row", "summary[title='Searches with a name']", "details[open] .menu-body"),
        DOWNLOAD("#/logs", ".row", "#download summary", "#download .menu-body"),
        TIME("#/logs", ".row", "summary[title='Choose a time']", ".from-to"),
        KEYS("#/logs", ".row", "button[aria-label=Keys]", "dialog.help"),
        LOG_TAIL("#/trace/job/1007", ".lane .bar", "#tail summary", "#tail .raw-error"),
        RAW("#/trace/request/req-79ae21", ".row", "#raw summary", "#raw .menu-body");

        private final String place;
        private final String awaited;
        private final String opener;
        private final String opened;

        Part(String place, String awaited, String opener, String opened) {
            this.place = place;
            this.awaited = awaited;
            this.opener = opener;
            this.opened = opened;
        }

        /** The list of a phone has no columns. */
        private boolean isOn(Screen screen) {
            return this != COLUMNS || !screen.isPhone();
        }

        private Page open(Screen screen) {
            Page page = site.open(place, screen);
            assertThat(page.locator(awaited).first()).isVisible();
            page.locator(opener).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(opened).first()).isVisible();
            return page;
        }
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void eachIsForEverybody(Part part) throws IOException {
        for (Screen screen : Stream.of(Screen.values()).filter(part::isOn).toList()) {
            Page page = part.open(screen);
            page.waitForTimeout(100);
            picture(page, part, screen);

            Everybody.assertCanUse(page, part + " on " + screen);
            page.context().close();
        }
        assertThat(site.complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void theFocusGoesInAndEscapeBringsItBack(Part part) {
        Page page = part.open(Screen.LIGHT);
        Site.await(page, "document.activeElement.closest('details[open] .menu-body, dialog[open]') !== null");

        page.keyboard().press("Tab");
        Site.await(page, "document.activeElement.matches('body, details[open] *, dialog[open] *')");
        page.keyboard().press("Escape");

        assertThat(page.locator(part.opener)).isFocused();
        assertThat(page.locator("details.menu[open], dialog[open]")).hasCount(0);
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void nothingIsOpenWhereTheFocusIsNot(Part part) {
        Page page = part.open(Screen.LIGHT);
        for (int step = 0;
                step < MANY_STEPS && page.locator("details.menu[open]").count() > 0;
                step++) {
            assertThat(page.evaluate(
                            "document.querySelector('details.menu[open]')?.contains(document.activeElement) ?? true"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
        }

        assertThat(page.locator("details.menu[open]")).hasCount(0);
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theTokenIsAskedForOfEverybody(Screen screen) throws IOException {
        Page page = guarded.open("#/logs", screen);
        assertThat(page.locator("input[name=token]")).isFocused();
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        assertThat(page.getByText("That was not the right one.")).isVisible();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("token-" + LooksTest.name(screen) + ".png")));

        Everybody.assertCanUse(page, "token on " + screen);
        page.keyboard().press("Escape");
        assertThat(page.locator("input[name=token]")).isFocused();
        page.keyboard().type("secret");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator(".notice")).isVisible();
        page.context().close();
    }

    private static void picture(Page page, Part part, Screen screen) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("part-" + LooksTest.name(part) + "-" + LooksTest.name(screen) + ".png")));
    }
}
