package io.pixsim.logging.encode;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What standard output leads to. {@code NO_COLOR} turns colours off, {@code FORCE_COLOR} on, in this order; {@code
 * TERM=dumb} off; else a terminal has them. Empty variables count as absent.
 *
 * @param variables the environment
 * @param isTerminal whether standard output is one; asked only when the environment leaves it open
 */
public record Terminal(Function<String, @Nullable String> variables, BooleanSupplier isTerminal) {

    /**
     * What the standard output of this process leads to.
     *
     * @return a terminal, or what is none
     */
    public static Terminal ofProcess() {
        return new Terminal(Terminal::variable, Terminal::isStandardOutput);
    }

    /**
     * Whether lines are to be coloured.
     *
     * @return the answer of the environment, else of the terminal
     */
    public boolean takesColours() {
        if (!text("NO_COLOR").isEmpty()) {
            return false;
        }
        String forced = text("FORCE_COLOR");
        if (!forced.isEmpty()) {
            return !forced.equals("0") && !forced.equalsIgnoreCase("false");
        }
        return !text("TERM").equals("dumb") && isTerminal.getAsBoolean();
    }

    private String text(String name) {
        String value = variables.apply(name);
        return value == null ? "" : value;
    }

    private static @Nullable String variable(String name) {
        try {
            return System.getenv(name);
        } catch (SecurityException e) { // a variable that may not be read is not set
            return null;
        }
    }

    /** Until Java 21 there is a console only on a terminal; from 22 on there always is one, and it can be asked. */
    @SuppressWarnings("SystemConsoleNull") // up to Java 21 it is null
    private static boolean isStandardOutput() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }
}
