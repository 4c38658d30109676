package io.pixsim.logging.collector.status;

/** Writes the text format: a head for each family, and its samples below. */
final class Families {

    private final String prefix;
    private final StringBuilder text = new StringBuilder();
    private String name = "";

    Families(String prefix) {
        this.prefix = prefix;
    }

    void family(String ownName, String type, String help) {
        name = prefix + ownName;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /** A sample of the family that was begun last, with names and values of labels in turn. */
    void count(long value, String... labels) {
        sample(Long.toString(value), labels);
    }

    /** As {@link #count}, of what is no count. */
    void gauge(double value, String... labels) {
        sample(Double.toString(value), labels);
    }

    private void sample(String value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
