package io.pixsim.logging.collector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What the collector tells of itself and its clients. */
class SystemViewTest extends Journey {

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
}
