package io.pixsim.logging.collector.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Chromium for all tests. Where none is installed, they say so and are skipped. */
final class Chromium implements BeforeAllCallback, ParameterResolver {

    private static final String NAMED = "PIXSIM_CHROMIUM";
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final double PATIENCE_MILLIS = 60_000;
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Chromium.class);

    /** Both are closed with the last test. */
    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {

        static Started of(Path executable) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"));
            return new Started(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "skipped: the tests in a browser, since there is no Chromium at " + USUAL + " (" + NAMED
                        + " names one)");
        context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Started.class, type -> Started.of(executable.orElseThrow()), Started.class);
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv(NAMED)), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .get(Started.class, Started.class)
                .browser();
    }
}
