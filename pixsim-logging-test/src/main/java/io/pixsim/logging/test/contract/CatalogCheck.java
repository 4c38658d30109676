package io.pixsim.logging.test.contract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldType;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.IdField;
import io.pixsim.logging.catalog.Stages;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Whether events keep to the catalog: stages that it knows, fields of its types, each name for one thing. Names clash where
 * the encoder had to write one value under another name, and where a field of the program's own holds one kind of value
 * here and another there, which no search index takes.
 */
public final class CatalogCheck {

    private static final Pattern NUMBERED = Pattern.compile("(.+)_(?:[2-9]|[1-9][0-9]+)");

    private final Set<String> ownStages;
    private final Map<String, String> kinds = new HashMap<>();

    /**
     * A check of the events of one test.
     *
     * @param ownStages names of stages that are the program's own
     */
    public CatalogCheck(Set<String> ownStages) {
        this.ownStages = Set.copyOf(ownStages);
    }

    /**
     * Whether a second value of a name may be written under this one.
     *
     * @param name the name
     * @return true when it ends with such a number as the encoder adds
     */
    public static boolean isNumbered(String name) {
        return NUMBERED.matcher(name).matches();
    }

    /**
     * The next event.
     *
     * @param event the event, read from its line
     * @param givenNumbered names that are numbered and were given by the program itself
     * @return what is wrong with it
     */
    public List<String> problems(Map<String, ? extends @Nullable Object> event, Set<String> givenNumbered) {
        List<String> problems = new ArrayList<>(EventSchema.violations(event));
        if (event.get(Fields.STAGE.name()) instanceof String stage
                && Stages.find(stage) == null
                && !ownStages.contains(stage)) {
            problems.add("stage " + stage + " is not in the catalog; a stage of your own is to be named in"
                    + " @VerifyLogs(stages = …)");
        }
        event.forEach((name, value) -> {
            checkType(name, value, problems);
            checkRaw(name, problems);
            if (!givenNumbered.contains(name)) {
                checkNumbered(name, event.keySet(), problems);
            }
            checkKind(name, value, problems);
        });
        if (event.containsKey(Fields.REPAIRED.name())) {
            problems.add("could not be written as it was: " + event.get(Fields.REPAIRED.name()));
        }
        return problems;
    }

    private static void checkType(String name, @Nullable Object value, List<String> problems) {
        Field field = Fields.find(name);
        if (field == null || value == null || field.type() == FieldType.TEXT || field.type() == FieldType.ANY) {
            return;
        }
        boolean whole = value instanceof Long || value instanceof BigInteger;
        if (!whole && !(field instanceof IdField && value instanceof String)) {
            problems.add(
                    name + " is to be a whole number" + (field instanceof IdField ? " or an id" : "") + ": " + value);
        }
    }

    private static void checkRaw(String name, List<String> problems) {
        if (name.endsWith(Wire.RAW_SUFFIX)) {
            String wanted = name.substring(0, name.length() - Wire.RAW_SUFFIX.length());
            if (Fields.find(wanted) != null || Wire.RESERVED_KEYS.contains(wanted)) {
                problems.add(wanted + " clashes with a name that is taken, and stands under " + name);
            }
        }
    }

    private static void checkNumbered(String name, Set<String> names, List<String> problems) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches() && names.contains(numbered.group(1))) {
            problems.add(numbered.group(1) + " is given more than once, and stands under " + name + ", too");
        }
    }

    private void checkKind(String name, @Nullable Object value, List<String> problems) {
        if (value == null || Fields.find(name) != null) {
            return;
        }
        String kind = kind(value);
        String before = kinds.putIfAbsent(name, kind);
        if (before != null && !before.equals(kind)) {
            problems.add(name + " clashes: it holds " + kind + " here, and " + before + " in another event");
        }
    }

    private static String kind(Object value) {
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "a flag";
        }
        return value instanceof Map ? "a map" : value instanceof List ? "a list" : "text";
    }
}
