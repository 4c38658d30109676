package io.pixsim.logging.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.Diagnostics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the events of one process. Never throws. */
final class ProcessEvents {

    private static final int MOST_ARGUMENTS = 64;
    private static final int LONGEST_ARGUMENT = 512;

    private final Logger log;
    private final @Nullable Stage stage;
    private final String program;
    private final List<String> command;

    ProcessEvents(Logger log, @Nullable Stage stage, List<String> command) {
        this.log = log;
        this.stage = stage;
        String path = command.get(0);
        this.program = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        this.command = shown(command);
    }

    private static List<String> shown(List<String> command) {
        List<String> shown = new ArrayList<>();
        command.stream().limit(MOST_ARGUMENTS).forEach(argument -> shown.add(Cut.to(LONGEST_ARGUMENT, argument)));
        if (command.size() > MOST_ARGUMENTS) {
            shown.add("… " + (command.size() - MOST_ARGUMENTS) + " arguments left out");
        }
        return List.copyOf(shown);
    }

    void started(long pid) {
        write(Level.DEBUG, null, "process started", List.of(ProcessFields.PID.of(pid)), null);
    }

    void notStarted(Throwable failure) {
        write(Level.ERROR, null, "process not started", List.of(), failure);
    }

    void ended(Severity severity, String message, Duration duration, List<FieldValue> fields) {
        List<FieldValue> all = new ArrayList<>(fields);
        all.add(Fields.DURATION_MS.of(duration));
        write(level(severity), severity, message, all, null);
    }

    void line(Severity severity, String stream, String line) {
        try {
            builder(level(severity), severity)
                    .addKeyValue(ProcessFields.PROGRAM.name(), program) // arguments would fill a {} of the line
                    .addKeyValue(ProcessFields.STREAM.name(), stream)
                    .log(line);
        } catch (Throwable e) { // a logger's filter or appender; the child must not hang on a full pipe for it
            Diagnostics.shared()
                    .trouble("a line of a process could not be logged: "
                            + e.getClass().getName());
        }
    }

    private void write(
            Level level,
            @Nullable Severity severity,
            String message,
            List<FieldValue> fields,
            @Nullable Throwable failure) {
        try {
            LoggingEventBuilder event = builder(level, severity)
                    .addArgument(Fields.EVENT.of(ProcessFields.PROCESS))
                    .addArgument(ProcessFields.PROGRAM.of(program))
                    .addArgument(ProcessFields.COMMAND.of(command));
            for (FieldValue field : fields) {
                event = event.addArgument(field);
            }
            if (failure != null) {
                event = event.setCause(failure);
            }
            event.log(message);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // a logger's filter or appender; the process's own outcome matters more
            Diagnostics.shared()
                    .trouble("a process could not be logged: " + e.getClass().getName());
        }
    }

    private LoggingEventBuilder builder(Level level, @Nullable Severity severity) {
        LoggingEventBuilder event = log.atLevel(level);
        if (stage != null) {
            event = event.addMarker(stage);
        }
        return severity == Severity.CRITICAL ? event.addMarker(severity) : event;
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, CRITICAL -> Level.ERROR;
        };
    }
}
