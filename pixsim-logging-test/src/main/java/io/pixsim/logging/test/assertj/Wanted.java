package io.pixsim.logging.test.assertj;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import org.jspecify.annotations.Nullable;

/** An event that is looked for, and the events that come nearest to it, with what differs. */
final class Wanted {

    private static final int MOST_NEAREST = 3;
    private static final double NEARLY_AS_GOOD = 0.6;

    private final List<Trait> traits = new ArrayList<>();

    Wanted stage(Stage stage) {
        traits.add(new Trait(
                "at stage " + stage,
                event -> Objects.equals(stage, event.stage()),
                event -> "stage is " + event.stage(),
                event -> Closeness.of(stage.getName(), String.valueOf(event.stage()))));
        return this;
    }

    Wanted message(String message) {
        traits.add(new Trait(
                "that says \"" + message + "\"",
                event -> message.equals(event.message()),
                event -> "says \"" + event.message() + "\"",
                event -> Closeness.of(message, event.message())));
        return this;
    }

    Wanted field(String name, @Nullable Object value) {
        return field(name, value, event -> event.has(name, value));
    }

    Wanted field(FieldValue field) {
        return field(field.field().name(), field.value(), event -> event.has(field));
    }

    private Wanted field(String name, @Nullable Object value, Predicate<CapturedEvent> has) {
        traits.add(new Trait(
                "with " + name + "=" + value,
                has,
                event -> event.fields().containsKey(name) ? name + " is " + event.field(name) : "has no " + name,
                event -> event.fields().containsKey(name)
                        ? Closeness.PRESENT + Closeness.of(String.valueOf(value), String.valueOf(event.field(name)))
                        : 0));
        return this;
    }

    List<CapturedEvent> in(CapturedLogs logs) {
        return logs.events().stream()
                .filter(event -> traits.stream().allMatch(trait -> trait.test().test(event)))
                .toList();
    }

    /** Lines for people, the nearest first; empty when nothing comes near. */
    String nearest(CapturedLogs logs) {
        List<CapturedEvent> events = logs.events();
        double best = events.stream().mapToDouble(this::closeness).max().orElse(0);
        double near = Math.max(Closeness.NEAR, best * NEARLY_AS_GOOD);
        return IntStream.range(0, events.size())
                .boxed()
                .filter(i -> closeness(events.get(i)) >= near)
                .sorted(Comparator.comparingDouble(i -> -closeness(events.get(i))))
                .limit(MOST_NEAREST)
                .map(i -> String.format("%n  nearest: %2d. %s", i + 1, differences(events.get(i))))
                .collect(Collectors.joining());
    }

    private double closeness(CapturedEvent event) {
        return traits.stream()
                .mapToDouble(trait -> trait.test().test(event)
                        ? Closeness.SAME
                        : trait.closeness().apply(event))
                .sum();
    }

    private String differences(CapturedEvent event) {
        return traits.stream()
                .filter(trait -> !trait.test().test(event))
                .map(trait -> trait.instead().apply(event))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return traits.stream().map(Trait::told).collect(Collectors.joining(" "));
    }

    /**
     * One thing that is asked of the event.
     *
     * @param told what it is called
     * @param test whether an event has it
     * @param instead what an event has instead
     * @param closeness how much alike that is, 0 to 1
     */
    private record Trait(
            String told,
            Predicate<CapturedEvent> test,
            Function<CapturedEvent, String> instead,
            Function<CapturedEvent, Double> closeness) {}
}
