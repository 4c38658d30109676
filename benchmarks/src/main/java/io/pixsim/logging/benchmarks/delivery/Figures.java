package io.pixsim.logging.benchmarks.delivery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Named numbers that a contestant's process found out, and their way to the one that asked for them. */
final class Figures {

    private static final String PREFIX = "figure ";

    private final Map<String, Double> all = new TreeMap<>();

    void put(String name, double value) {
        all.put(name, value);
    }

    void put(String name, long count) {
        all.put(name, (double) count);
    }

    double get(String name) {
        return all.getOrDefault(name, Double.NaN);
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    /** The middle one of each figure that all of them have. */
    static Figures middle(List<Figures> all) {
        Figures middle = new Figures();
        for (String name : all.get(0).all.keySet()) {
            double[] values =
                    all.stream().mapToDouble(each -> each.get(name)).sorted().toArray();
            middle.put(name, values[values.length / 2]);
        }
        return middle;
    }

    void print() {
        all.forEach((name, value) -> System.out.println(PREFIX + name + " " + value));
    }

    void read(String line) {
        if (line.startsWith(PREFIX)) {
            String[] parts = line.substring(PREFIX.length()).split(" ", -1);
            all.put(parts[0], Double.parseDouble(parts[1]));
        }
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
