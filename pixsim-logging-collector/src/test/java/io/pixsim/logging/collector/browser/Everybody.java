package io.pixsim.logging.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;

/** Whether everybody can use what a page shows: by the rules of axe, and nothing of it outside of the screen. */
final class Everybody {

    private static final String AXE =
            "META-INF/resources/webjars/axe-core/" + System.getProperty("axe.version", "4.6.3") + "/axe.min.js";
    private static final String PARTS =
            "[document.documentElement, ...document.querySelectorAll('.top, .filters, .trace-top, .page, .detail, dialog, details[open] > .menu-body')]";

    private Everybody() {}

    static void assertCanUse(Page page, String what) throws IOException {
        assertThat(violations(page)).as(what).isEmpty();
        assertThat(page.evaluate(
                        PARTS + ".filter((part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0)"
                                + ".map((part) => part.className)"))
                .as(what + " fits")
                .isEqualTo(List.of());
    }

    /** Rules of WCAG 2.2 AA and what is good practice besides. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) throws IOException {
        page.evaluate(script() + "; undefined");
        return (List<String>) page.evaluate("axe.run().then(({ violations }) => violations.flatMap((rule) => "
                + "rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)))");
    }

    private static String script() throws IOException {
        try (InputStream in = Everybody.class.getClassLoader().getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
