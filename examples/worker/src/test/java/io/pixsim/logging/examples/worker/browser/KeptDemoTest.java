package io.pixsim.logging.examples.worker.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the demo a newcomer opens one address, and sees the jobs that just ran. Without a Chromium it is skipped and says so. */
class KeptDemoTest {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    Path output;

    @Test
    void aNewcomerSeesTheJobsThatJustRan() throws Exception {
        Path chromium = chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        try (KeptDemo demo = KeptDemo.run(output);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox")))) {
            Page page = browser.newPage();
            page.navigate(demo.address());

            assertThat(job(page, "123")).containsText("completed");
            assertThat(job(page, "126")).containsText("failed");
            job(page, "124").getByRole(AriaRole.LINK).first().click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("job 124");
            assertThat(page.locator(".trace-head .state")).containsText("completed");
            assertThat(page.getByLabel("What failed first")).containsText("renderer_cold");
            assertThat(page.getByLabel("Timeline").getByText("provider:submit")).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page/demo-job.png")));
        }
    }

    private static Locator job(Page page, String id) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(id).setExact(true))));
    }

    private static Path chromium() {
        Optional<Path> found = Stream.concat(Stream.ofNullable(System.getenv("PIXSIM_CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(), "skipped: there is no Chromium at " + USUAL + " (PIXSIM_CHROMIUM names one)");
        return found.orElseThrow();
    }
}
