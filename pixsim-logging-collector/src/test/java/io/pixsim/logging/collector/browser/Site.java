package io.pixsim.logging.collector.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Collector;
import io.pixsim.logging.collector.CollectorBuilder;

/** A collector, and pages of it in a browser. What a page complains about is remembered. */
final class Site implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Collector collector;
    final Client client;
    /** Errors that no code caught, and what the policy of the page refused. */
    final List<String> complaints = new ArrayList<>();

    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();

    private Site(Collector collector, Browser browser) {
        this.collector = collector;
        this.client = new Client(collector.url());
        this.browser = browser;
    }

    static Site start(Path folder, Browser browser) throws IOException {
        return start(folder, browser, builder -> builder);
    }

    static Site start(Path folder, Browser browser, UnaryOperator<CollectorBuilder> options) throws IOException {
        return new Site(options.apply(Collector.builder().data(folder).port(0)).start(), browser);
    }

    /** A page at a place, such as {@code #/jobs}, in a browser of its own. */
    Page open(String place) {
        return open(place, new Browser.NewContextOptions().setViewportSize(1400, 860));
    }

    Page open(String place, Screen screen) {
        return open(
                place,
                new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setColorScheme(screen.scheme));
    }

    private Page open(String place, Browser.NewContextOptions options) {
        BrowserContext context =
                browser.newContext(options.setPermissions(List.of("clipboard-read", "clipboard-write")));
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("401 (Unauthorized)")) {
                complaints.add(message.text());
            }
        });
        page.navigate(collector.url() + "/" + place);
        return page;
    }

    /** The lines that are drawn. */
    static Locator lines(Page page) {
        return page.locator(".row");
    }

    /** The line that holds a text. */
    static Locator line(Page page, String text) {
        return lines(page).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Waits until an expression is true. Playwright's own way would evaluate text, which the policy of the page forbids. */
    static void await(Page page, String expression) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(page.evaluate(expression))) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("never true: " + expression);
            }
            page.waitForTimeout(20);
        }
    }

    static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        collector.close();
    }
}
