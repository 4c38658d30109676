package io.pixsim.logging.process;

import io.pixsim.logging.catalog.AnyField;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.catalog.TextField;

/** What events that tell of a child process have beside the catalog's fields. */
public final class ProcessFields {

    /** The value of the {@code event} field when a process has ended. */
    public static final String PROCESS = "process";

    /** The program's name, without its folder. */
    public static final TextField PROGRAM = Field.text("program", "Name of the program");
    /** The program and its arguments, those that hold secrets masked. */
    public static final AnyField COMMAND = Field.any("command", "Program and arguments");
    /** The number that the system gave the process. */
    public static final IntegerField PID = Field.integer("pid", "Process id");
    /** What the process ended with; 0 is success. */
    public static final IntegerField EXIT_CODE = Field.integer("exit_code", "Exit code, 0 is success");
    /** {@code stdout} or {@code stderr}. */
    public static final TextField STREAM = Field.text("stream", "Output stream of the process");
    /** The lines that the process wrote to standard output. */
    public static final IntegerField STDOUT_LINES = Field.integer("stdout_lines", "Lines on standard output");
    /** The lines that the process wrote to standard error. */
    public static final IntegerField STDERR_LINES = Field.integer("stderr_lines", "Lines on standard error");
    /** Lines that were to be logged, and were not since there were too many. */
    public static final IntegerField LINES_LEFT_OUT = Field.integer("lines_left_out", "Lines beyond the most to log");
    /** The end of standard output, when the process failed. */
    public static final TextField STDOUT_TAIL = Field.text("stdout_tail", "End of standard output");

    private ProcessFields() {}
}
