package io.pixsim.logging.tool;

import java.util.Map;

/** What the commands are told by {@code --help}. */
final class Help {

    private static final String GENERAL = """
            usage: java -jar pixsim-logging-tool-all.jar COMMAND …

              trace job|request ID [PATH…]   what happened to a job, or because of a request
              check [job ID] [PATH…]         whether the stages of jobs add up
              tail [-f] FILE                 the end of a file, and what is written to it
              grep [FILTERS] PATH…           events that filters let through
              spool list|inspect DIR         what waits in a spool's folder
              spool replay DIR URL           sends it
              spool replay-dead-letters DIR URL

            A PATH is a file or a folder, of which all log files are read: *.log, *.jsonl, those rotated
            from them, and both with .gz. COMMAND --help tells more.

            --color auto|always|never        auto: on a terminal; NO_COLOR, FORCE_COLOR and TERM=dumb count
            exit status                      0 found, 1 nothing found, 2 not understood or not possible;
                                             of check: 0 all adds up, 1 something does not, 2 nothing to check,
                                             or as above; of spool: 0 all went well, 1 something is left, 2 as above
            """;

    private static final Map<String, String> COMMANDS =
            Map.of("trace", """
            usage: trace job|request ID [PATH…]

            The timeline of a job or a request, oldest first, and what it comes to: stages, retries, the
            first error, what does not add up, what was held back, artifacts. Events that were recorded and
            written when the job failed stand at their times, marked "replayed". Without a PATH the current folder is searched.

            --json    the lines as they stand in the files

            exit status: 0 events were found, 1 none, 2 not understood or not possible
            """, "check", """
            usage: check [job ID] [PATH…]

            Reports of each job, or of one: that it ended without provider:complete or provider:error, a
            retry without retry:decision, a retry whose attempt did not grow. Without a PATH the current
            folder is searched.

            --idle TIME            a job that was heard of since may still go on; 15m unless told
            --from TIME --to TIME  2026-11-23, 2026-11-23T03:14:47Z, or 15m ago
            --json                 a line of JSON for each finding: timestamp, job_id, stage, attempt where there
                                   is one, and finding; at last one with how many jobs and findings there are

            exit status: 0 all adds up, 1 something does not, 2 there is nothing to check, not understood or
            not possible
            """, "tail", """
            usage: tail [-f] [-n LINES] FILE

            The last lines of a file, 20 unless told. With -f what is written from then on, through
            rotation and truncation, until it is interrupted.

            --json    the lines as they stand in the file

            exit status: 0 there are lines, 1 there are none, 2 not understood or not possible
            """, "grep", """
            usage: grep [FILTERS] PATH…

            --job ID           --request ID       --service NAME     --provider ID
            --stage NAME       exact, or a group with its colon: provider:
            --level LEVEL      exactly            --min-level LEVEL  or worse
            --from TIME        --to TIME          2026-11-23, 2026-11-23T03:14:47Z, or 15m ago
            --text TEXT        in any value, in any case
            --newest-first     --limit N
            --json             the lines as they stand in the files

            exit status: 0 events were found, 1 none, 2 not understood or not possible
            """, "spool", """
            usage: spool list DIR
                   spool inspect DIR
                   spool replay DIR URL [FORMAT]
                   spool replay-dead-letters DIR URL [FORMAT]

            What waits in a spool's folder to be sent: whose it is and how much, or each event, or it is sent.
            FORMAT is pixsim, otlp or bulk. PIXSIM_LOG_INGESTION_TOKEN is sent along, and
            PIXSIM_LOG_INGESTION_FORMAT is taken where no FORMAT is named.

            exit status: 0 all went well, 1 something is left, 2 not understood
            """);

    private Help() {}

    static String of(String command) {
        return COMMANDS.getOrDefault(command, GENERAL);
    }
}
