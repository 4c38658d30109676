package io.pixsim.logging.benchmarks.delivery;

/**
 * What is to be reached, and what was.
 *
 * @param what the figure
 * @param value what was measured
 * @param most or least what is asked for, and of what
 * @param reached whether it is
 */
record DeliveryGoal(String what, String value, String most, boolean reached) {

    static DeliveryGoal atMost(String what, double value, double most, String unit) {
        return new DeliveryGoal(what, number(value) + unit, "≤ " + number(most) + unit, value <= most);
    }

    static DeliveryGoal atLeast(String what, double value, double least, String unit) {
        return new DeliveryGoal(what, number(value) + unit, "≥ " + number(least) + unit, value >= least);
    }

    String row() {
        return "| %s | %s | %s | %s |%n".formatted(what, value, most, reached ? "yes" : "**no**");
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == Math.rint(value) || Math.abs(value) >= 100
                ? "%,.0f".formatted(value + 0.0)
                : "%,.2f".formatted(value);
    }
}
