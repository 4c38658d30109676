package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.pixsim.logging.collector.browser.Site.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.test.conformance.CaseResult;
import io.pixsim.logging.test.conformance.EncoderConformance;
import io.pixsim.logging.test.conformance.LogbackTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No line can run script, break the page, or hide what it is; and each can be copied as it came. */
@ExtendWith(Chromium.class)
class HostileEventsTest {

    private static final String RAN = "window.ran = true";

    /** What would run, break out of where it stands, deceive the eye, or take room that is not its own. */
    private static final List<String> TEXTS = List.of(
            "<script>" + RAN + "</script>",
            "<img src=x onerror=\"" + RAN + "\">",
            "\"><svg onload=" + RAN + ">",
            "javascript:" + RAN,
            "{{constructor.constructor('" + RAN + "')()}} ${" + RAN + "}",
            "</div></div></main><h1>gone</h1>",
            "<style>*{display:none}</style>",
            "' onmouseover='" + RAN,
            "\u202Etxt.exe\u202C and \u2066hidden\u2069",
            "\u001B[2J\u001B[31mred\u001B[0m \u001B]0;title\u0007",
            "a\u200Bb\uFEFFc\u00ADd",
            "one\r\ntwo\n[13:00:00] ERROR worker forged line",
            "tab\there \u0001\u0002\u007F\u0085 \u2028\u2029",
            "Z\u0335\u0321\u0322".repeat(200),
            "\u05E2\u05D1\u05E8\u05D9\u05EA \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
            "\uD83D\uDC69\u200D\uD83D\uDCBB \uD83D\uDE00",
            "x".repeat(20_000),
            "\uFDFD".repeat(50));

    /** What each object of a browser has without being told, and what the page reads of an entry itself. */
    private static final List<String> NAMES =
            List.of("constructor", "toString", "valueOf", "__proto__", "hasOwnProperty", "id", "extra");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void start(Browser browser) throws IOException {
        site = Site.start(folder, browser);
    }

    @AfterEach
    void stop() {
        assertThat(site.complaints).isEmpty();
        site.close();
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private void storeTexts() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = quoted(TEXTS.get(i));
            events.add(Events.event(
                    Instant.now(),
                    "info",
                    "s" + i,
                    ",\"msg\":" + text + ",\"stage\":" + text + ",\"error\":" + text + ",\"job_id\":" + text + ","
                            + text + ":" + text + ",\"nested\":{" + text + ":[" + text + "]}"));
        }
        assertThat(site.client.batch(String.join(",", events)).object()).containsEntry("count", (long) TEXTS.size());
    }

    private static void assertNothingRanOrBroke(Page page) {
        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
        assertThat(
                        page.evaluate(
                                "document.querySelector('#page img, #page script, #page style, #page h1 + h1, iframe') === null"))
                .isEqualTo(true);
        assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"))
                .isEqualTo(true);
        assertThat(page.evaluate("[...document.querySelectorAll('.row')].every((row) => row.offsetHeight === "
                        + "document.querySelector('.row').offsetHeight)"))
                .isEqualTo(true);
    }

    @Test
    void noTextRunsOrBreaksOutWhereverItStands() {
        storeTexts();
        Page page = site.open("#/logs?columns=timestamp,level,service,stage,job_id,nested,msg");
        assertThat(lines(page)).hasCount(TEXTS.size());
        assertNothingRanOrBroke(page);

        for (int i = 0; i < TEXTS.size(); i++) {
            page.locator(".row").nth(i).click();
            assertThat(page.locator(".detail-message")).isVisible();
            assertNothingRanOrBroke(page);
        }
        for (String view : List.of("jobs", "overview", "system")) {
            page.navigate(site.collector.url() + "/#/" + view);
            assertThat(page.locator("h1")).isVisible();
            assertNothingRanOrBroke(page);
        }
    }

    @Test
    void aFieldMayBeCalledWhatEachObjectHas() {
        for (String name : NAMES) {
            site.client.batch(Events.event(
                    Instant.now(),
                    name,
                    "of-" + name,
                    ",\"msg\":\"m\",\"job_id\":7,\"stage\":\"" + name + "\",\"provider_id\":\"" + name + "\",\"" + name
                            + "\":\"told by " + name + "\""));
        }
        Page page = site.open("#/logs?columns=level,service,msg," + String.join(",", NAMES));
        assertThat(lines(page)).hasCount(NAMES.size());

        for (String name : NAMES) {
            Locator line = Site.line(page, "of-" + name);
            assertThat(line.locator(".cell").filter(new Locator.FilterOptions().setHasText("told by")))
                    .hasText("told by " + name);
            line.click();
            assertThat(page.locator(".fields")).containsText("told by " + name);
            assertNothingRanOrBroke(page);
        }
        page.navigate(site.collector.url() + "/#/trace/job/7");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Info +"))
                .click();
        assertThat(page.locator(".line-list .total")).hasText(NAMES.size() + " of " + NAMES.size() + " lines");
        assertNothingRanOrBroke(page);
    }

    @Test
    void whatAJobTellsOfItselfIsTextToo() {
        String text = quoted("\u202Edeliaf");
        site.client.batch(Events.event(
                Instant.now(),
                "info",
                "worker",
                ",\"job_id\":7,\"stage\":\"job:end\",\"artifact_id\":" + text + ",\"outcome\":" + text
                        + ",\"findings\":[" + text + "],\"suppressed\":1,\"lost\":{" + text + ":1}"));

        Page page = site.open("#/trace/job/7");
        assertThat(page.locator(".trace-head .state")).containsText("RLO");
        assertThat(page.locator(".trace-head .facts")).containsText("artifactsRLOdeliaf");
        assertThat(page.locator(".trace-head .facts")).containsText("does not add upRLOdeliaf");
        assertThat(page.locator(".loss")).hasAttribute("title", "1 held back or lost: [RLO]deliaf 1");

        page.navigate(site.collector.url() + "/#/jobs");
        assertThat(page.locator("tbody .state")).containsText("RLO");
    }

    @Test
    void eachValueIsCopiedAsItCame() {
        storeTexts();
        for (int i = 0; i < TEXTS.size(); i++) {
            Page page = site.open("#/logs?columns=msg&service=s" + i);
            page.locator(".row").click();
            page.locator(".field")
                    .filter(new Locator.FilterOptions().setHasText("error"))
                    .first()
                    .locator("button.copy")
                    .click();
            page.locator(".said").waitFor();

            assertThat(site.client
                            .get("/api/v1/logs/query", "service", "s" + i)
                            .logs()
                            .get(0))
                    .containsEntry("error", Site.clipboard(page));
            page.context().close();
        }
    }

    @Test
    void whatIsSelectedIsCopiedAsItCame() {
        String text = "a\u202Eb\u200Bc\u001B[31md";
        site.client.batch(Events.event(Instant.now(), "info", "worker", ",\"msg\":" + quoted(text)));
        Page page = site.open("#/logs?columns=msg");
        assertThat(lines(page)).containsText("RLO");

        page.evaluate("getSelection().selectAllChildren(document.querySelector('.row .text'))");
        page.keyboard().press("Control+c");

        assertThat(Site.clipboard(page)).isEqualTo(text);
    }

    @Test
    void eachTextIsFoundByItself() {
        storeTexts();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            if (text.contains("\"") || text.contains("|") || text.length() > 500) {
                continue;
            }
            Page page = site.open(
                    "#/logs?columns=msg&search=" + URLEncoder.encode("\"" + text + "\"", StandardCharsets.UTF_8));

            assertThat(lines(page)).hasCount(1);
            assertThat(lines(page).locator("mark").first()).isVisible();
            page.context().close();
        }
    }

    @Test
    void theCorpusOfTheEncodersIsShownAndCopiedAsItCame() throws Exception {
        List<CaseResult> corpus = EncoderConformance.ofTarget(
                        () -> LogbackTarget.of(new JsonLinesEncoder(), new FailureGuardTurboFilter()))
                .upTo(1 << 19)
                .report()
                .results();
        List<String> events = corpus.stream()
                .map(result -> new String(result.output(), StandardCharsets.UTF_8).strip())
                .toList();
        events.forEach(site.client::batch);
        Page page = site.open("#/logs?range=all&live=0");
        int stored = ((Number) site.client.get("/api/v1/logs/query").object().get("total")).intValue();
        assertThat(stored).isGreaterThan(500);
        Site.await(page, "document.querySelector('.total').textContent.startsWith('" + stored + "')");

        for (int line = 0; line < stored; line += 20) {
            for (int i = 0; i < 20; i++) {
                page.keyboard().press("k");
            }
            assertNothingRanOrBroke(page);
            String id = page.url().replaceAll(".*entry=(\\d+).*", "$1");
            page.keyboard().press("y");
            Map<String, Object> stores = entry(id);
            Site.await(page, "navigator.clipboard.readText().then((text) => text.startsWith('{\"id\":" + id + ",'))");
            assertThat(JsonReader.readObject(Site.clipboard(page).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(stores);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> entry(String id) {
        return (Map<String, Object>) site.client
                .get("/api/v1/logs/context/" + id, "before", "0", "after", "0")
                .object()
                .get("entry");
    }
}
