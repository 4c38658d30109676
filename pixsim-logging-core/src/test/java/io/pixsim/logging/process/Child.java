package io.pixsim.logging.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of its own, that behaves as it is told. */
public final class Child {

    private static final String TESTER = "pixsim.tester";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Child() {}

    /** What stands in the command of each program that these tests started, and of those that it starts itself. */
    static String ofThisTester() {
        return "-D" + TESTER + "="
                + Long.getLong(TESTER, ProcessHandle.current().pid());
    }

    /** What runs it. */
    static List<String> command(String... arguments) {
        String classes = Path.of(Child.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                ofThisTester(),
                "-cp",
                classes,
                Child.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "key" -> {
                ERR.println("-----BEGIN RSA PRIVATE KEY-----");
                ERR.println("Proc-Type: 4,ENCRYPTED");
                ERR.println();
                for (int i = 0; i < 25; i++) {
                    ERR.println("HkXZzZBIrToMY0W3KMrTJQSXe/njGfUwDzekC+aDSDeK0pTQ376kBrNYfvrRWJ/I");
                }
                ERR.println("-----END RSA PRIVATE KEY-----");
                ERR.println("ValueError: bad password");
                System.exit(1);
            }
            case "says" -> {
                OUT.println("out " + arguments[1]);
                ERR.println("err " + arguments[1]);
            }
            case "fails" -> {
                ERR.println("Traceback (most recent call last):\n  password=hunter2hunter2\nValueError: no weights");
                System.exit(3);
            }
            case "progress" -> {
                for (int percent = 0; percent <= 100; percent++) {
                    ERR.print("\r\u001b[32mframe " + percent + "\u001b[0m");
                }
                ERR.println();
            }
            case "floods" -> {
                for (int line = 0; line < Integer.parseInt(arguments[1]); line++) {
                    OUT.println("line " + line);
                }
            }
            case "oneline" -> {
                String part = "0123456789".repeat(1000);
                for (int parts = 0; parts < 1000; parts++) {
                    OUT.print(part);
                }
            }
            case "echoes" -> System.in.transferTo(System.out);
            case "variable" ->
                OUT.println(System.getenv("RENDER_SIZE") + " in " + Path.of("").toAbsolutePath());
            case "hangs" -> hang();
            case "leaves" -> new ProcessBuilder(command("hangs")).inheritIO().start();
            case "spawns" -> {
                Process grandchild = new ProcessBuilder(command("hangs")).start();
                OUT.println("grandchild " + grandchild.pid());
                hang();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Until it is ended, or those are gone who would end it: its parent may end before it, and its input at once. */
    private static void hang() {
        ProcessHandle.of(Long.getLong(TESTER))
                .ifPresent(tester -> tester.onExit().join());
    }
}
