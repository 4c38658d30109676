package io.pixsim.logging.encode;

import java.util.Locale;

import io.pixsim.logging.catalog.Severity;

/**
 * How names and levels are spelled in a line.
 *
 * @param names what fields and levels are called
 * @param upperCaseLevels whether levels are in upper case
 */
public record Spelling(Names names, boolean upperCaseLevels) {

    /** The catalog's names, levels in lower case. */
    public static final Spelling STANDARD = new Spelling(Names.PIXSIM, false);

    String level(Severity severity) {
        String name = names.level(severity);
        return upperCaseLevels ? name.toUpperCase(Locale.ROOT) : name;
    }
}
