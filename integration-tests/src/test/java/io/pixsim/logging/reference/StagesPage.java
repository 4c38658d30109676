package io.pixsim.logging.reference;

import io.pixsim.logging.catalog.Channel;
import io.pixsim.logging.catalog.Domain;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stages;

/** {@code docs/stages.md}. */
final class StagesPage {

    private StagesPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Stages, domains, channels, levels

                Generated from the catalog (`io.pixsim.logging.catalog`). Stages, domains and channels of your own are taken too.

                ## Stages

                In the order in which a job goes through them.

                | stage | what happens |
                |---|---|
                """);
        Stages.all().forEach(stage -> row(page, stage.getName(), stage.description()));
        page.append("""

                The library itself writes events at these:

                | stage | what happens |
                |---|---|
                """);
        Stages.ofLibrary().forEach(stage -> row(page, stage.getName(), stage.description()));
        page.append("""

                ## Findings

                What `findings` of a `job:end` names, and `check` of the tool reports.

                | finding | what it is |
                |---|---|
                """);
        for (Finding finding : Finding.values()) {
            row(page, finding.wireName(), finding.description());
        }
        page.append("""

                ## Domains

                | domain | what it is about |
                |---|---|
                """);
        Domain.all().forEach(domain -> row(page, domain.name(), domain.description()));
        page.append("""

                ## Channels

                | channel | what comes through it |
                |---|---|
                """);
        for (Channel channel : Channel.values()) {
            row(page, channel.toString(), channel.description());
        }
        page.append("""

                ## Levels

                Written %s; `trace` is written `debug`. Readers take any case.
                """.formatted(levels()));
        return page.toString();
    }

    private static void row(StringBuilder page, String name, String description) {
        page.append("| `").append(name).append("` | ").append(description).append(" |\n");
    }

    private static String levels() {
        StringBuilder levels = new StringBuilder();
        for (Severity severity : Severity.values()) {
            levels.append(levels.isEmpty() ? "`" : ", `")
                    .append(severity.wireName())
                    .append('`');
        }
        return levels.toString();
    }
}
