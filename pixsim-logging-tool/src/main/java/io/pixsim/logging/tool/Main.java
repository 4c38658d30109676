package io.pixsim.logging.tool;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

import io.pixsim.logging.encode.HumanText;
import io.pixsim.logging.encode.Terminal;
import io.pixsim.logging.http.SpoolTool;

/**
 * The command: {@code trace}, {@code check}, {@code tail} and {@code grep} over log files, {@code spool} for what waits to
 * be sent.
 *
 * <p>The exit status is 0 when something was found, 1 when nothing was, 2 when the command was not understood or could not
 * be carried out; of {@code check} it is 0 when all adds up, 1 when not. A reader that closes the pipe early, as {@code
 * head} does, is no failure.
 */
public final class Main {

    static final int FOUND = 0;
    static final int NOTHING = 1;
    static final int WRONG = 2;

    private final Output out;
    private final PrintStream err;
    private final Terminal terminal;

    Main(Output out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs the command and ends the process with its status.
     *
     * @param arguments the command and its arguments; {@code --help} tells them
     */
    @SuppressWarnings("SystemOut") // a command talks on standard output and standard error
    public static void main(String[] arguments) {
        if (arguments.length > 1 && arguments[0].equals("spool") && !asksForHelp(List.of(arguments))) {
            SpoolTool.main(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
            return;
        }
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        System.exit(new Main(out, System.err, Terminal.ofProcess()).run(arguments));
    }

    int run(String... arguments) {
        try {
            int status = carryOut(List.of(arguments));
            out.flush();
            return status;
        } catch (UsageException e) {
            err.println(HumanText.line(String.valueOf(e.getMessage())) + "; see --help");
            return WRONG;
        } catch (Output.ClosedException e) {
            return FOUND;
        } catch (IOException e) {
            err.println("failed: " + HumanText.line(String.valueOf(e)));
            return WRONG;
        } catch (InterruptedException e) {
            return FOUND;
        }
    }

    private int carryOut(List<String> words) throws IOException, InterruptedException {
        String command = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        if (command.isEmpty()) {
            throw new UsageException("no command: trace, check, tail, grep or spool");
        }
        if (command.equals("help")) {
            out.text(Help.of(rest.isEmpty() ? command : rest.get(0)));
            return FOUND;
        }
        if (asksForHelp(words)) {
            out.text(Help.of(command));
            return FOUND;
        }
        return switch (command) {
            case "trace" -> found(new TraceCommand(out, err, terminal).run(rest));
            case "check" -> new CheckCommand(out, err, terminal).run(rest);
            case "tail" -> found(new TailCommand(out, terminal).run(rest));
            case "grep" -> found(new GrepCommand(out, err, terminal).run(rest));
            case "spool" ->
                throw new UsageException("spool: list, inspect, replay or replay-dead-letters, and a folder");
            default -> throw new UsageException("no such command: " + command);
        };
    }

    private static boolean asksForHelp(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    private static int found(boolean anything) {
        return anything ? FOUND : NOTHING;
    }
}
