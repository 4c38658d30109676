package io.pixsim.logging.encode;

import java.util.Locale;

import io.pixsim.logging.catalog.JobCentricNames;
import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;

/**
 * How names and levels are spelled in a line.
 *
 * @param understood what a program may call fields beside the catalog's names
 * @param names what fields and levels are called in the line
 * @param upperCaseLevels whether levels are in upper case
 */
public record Spelling(Names understood, Names names, boolean upperCaseLevels) {

    /** The catalog's names, levels in lower case. */
    public static final Spelling STANDARD = new Spelling(Names.PIXSIM, false);

    /**
     * A spelling that understands what it writes.
     *
     * @param names what fields and levels are called
     * @param upperCaseLevels whether levels are in upper case
     */
    public Spelling(Names names, boolean upperCaseLevels) {
        this(names, names, upperCaseLevels);
    }

    /**
     * How the ingest endpoint wants to have the same events.
     *
     * @return the catalog's names, levels in lower case; what was understood still is
     */
    public Spelling inBatches() {
        return new Spelling(understood, Names.PIXSIM, false);
    }

    /**
     * Whether it is that already. Not by equality: of records, what the JDK makes for that stays, and with it a class loader
     * that is to go away.
     *
     * @return true when the line of a batch needs no other spelling
     */
    public boolean isOfBatches() {
        return names == Names.PIXSIM && !upperCaseLevels;
    }

    /** Whether every name is written as it is. */
    boolean keepsNames() {
        return understood == Names.PIXSIM && names == Names.PIXSIM;
    }

    /** How a name is written. */
    String written(String name) {
        if (names == Names.PIXSIM) {
            return name;
        }
        return switch (name) {
            case "timestamp" -> "ts";
            case "service" -> "component";
            case "project_id" -> JobCentricNames.PROJECT_ID;
            case "job_id" -> JobCentricNames.JOB_ID;
            default -> name;
        };
    }

    /** The catalog's name of what a program called so. */
    String meant(String name) {
        if (understood == Names.PIXSIM) {
            return name;
        }
        return switch (name) {
            case "ts" -> "timestamp";
            case "component" -> "service";
            case JobCentricNames.PROJECT_ID -> "project_id";
            case JobCentricNames.JOB_ID -> "job_id";
            default -> name;
        };
    }

    String level(Severity severity) {
        String name = names == Names.PIXSIM ? severity.wireName() : jobCentric(severity);
        return upperCaseLevels ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String jobCentric(Severity severity) {
        return switch (severity) {
            case DEBUG, INFO, ERROR -> severity.wireName();
            case WARNING -> "warn";
            case CRITICAL -> Severity.ERROR.wireName();
        };
    }
}
