package io.pixsim.logging.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.encode.Paint;
import io.pixsim.logging.encode.Terminal;

/** The words behind a command: {@code --name value} or {@code --name=value}, flags, and the others in their order. */
final class Arguments {

    private static final String COLOUR = "--color";

    private final Map<String, String> values = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    private Arguments() {}

    static Arguments parse(List<String> words, Set<String> named, Set<String> flags) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                arguments.others.addAll(words.subList(i + 1, words.size()));
                break;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            if (flags.contains(word)) {
                arguments.values.put(word, "");
            } else if ((named.contains(name) || name.equals(COLOUR)) && equals > 0) {
                arguments.values.put(name, word.substring(equals + 1));
            } else if (named.contains(name) || name.equals(COLOUR)) {
                i++;
                if (i == words.size()) {
                    throw new UsageException("no value for " + name);
                }
                arguments.values.put(name, words.get(i));
            } else if (word.startsWith("-") && word.length() > 1) {
                throw new UsageException("no such option: " + word);
            } else {
                arguments.others.add(word);
            }
        }
        return arguments;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A count from 1 on. */
    Optional<Long> count(String name) {
        return value(name).map(text -> {
            try {
                long count = Long.parseLong(text);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw new UsageException(name + " is no number: " + text);
            }
            throw new UsageException(name + " is not at least 1: " + text);
        });
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    List<String> others() {
        return others;
    }

    Paint paint(Terminal terminal) {
        String when = value(COLOUR).orElse("auto");
        return switch (when) {
            case "always" -> new Paint(true);
            case "never" -> new Paint(false);
            case "auto" -> new Paint(terminal.takesColours());
            default -> throw new UsageException("--color is not auto, always or never: " + when);
        };
    }
}
