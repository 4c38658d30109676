package io.pixsim.logging.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the page of an empty collector; at the end the page may have complained of nothing. */
@ExtendWith(Chromium.class)
abstract class Journey {

    @TempDir
    Path folder;

    Browser browser;
    Site site;

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

    void event(String level, String service, String message) {
        site.client.batch(Events.event(Instant.now(), level, service, ",\"msg\":\"" + message + "\""));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
