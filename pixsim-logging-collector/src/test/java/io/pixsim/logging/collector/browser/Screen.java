package io.pixsim.logging.collector.browser;

import com.microsoft.playwright.options.ColorScheme;

/** Where the page is looked at. */
enum Screen {
    LIGHT(1400, 860, ColorScheme.LIGHT),
    DARK(1400, 860, ColorScheme.DARK),
    PHONE(390, 800, ColorScheme.LIGHT),
    PHONE_DARK(390, 800, ColorScheme.DARK);

    final int width;
    final int height;
    final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    boolean isPhone() {
        return this == PHONE || this == PHONE_DARK;
    }
}
