package io.pixsim.logging.encode;

/** A stack trace below a line for people: indented, and what an exception says escaped. */
final class HumanStack implements FailureSink {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder(1024);
    private final ValueWriter values;
    private final Limits limits;
    private String indent = INDENT;
    private int cut;

    private HumanStack(ValueWriter values, Limits limits) {
        this.values = values;
        this.limits = limits;
        text.append(indent);
    }

    /** The lines, without a line feed at the end. */
    static String of(Failure failure, ValueWriter values, Limits limits) {
        HumanStack stack = new HumanStack(values, limits);
        StackText.write(failure, stack);
        return stack.text.toString();
    }

    /** A text below a line, under a heading. */
    static String note(String heading, String text) {
        return INDENT + heading + ": " + HumanText.block(text, INDENT);
    }

    @Override
    public void type(String className) {
        text(limits.clip(className));
    }

    @Override
    public void text(String part) {
        text.append(HumanText.block(part, indent));
    }

    @Override
    public void message(String part) {
        text(values.texts().visible(part));
    }

    @Override
    public void frames(Failure failure, int count, int depth) {
        for (int i = 0; i < count; i++) {
            frame(failure.frame(i), depth);
        }
    }

    private void frame(StackTraceElement frame, int depth) {
        if (text.length() >= limits.maxStringLength()) {
            cut++;
            return;
        }
        newLine(depth);
        text.append("at ").append(HumanText.line(limits.clip(frame.toString())));
    }

    @Override
    public void endOfFrames(int inCommon, int depth) {
        if (cut > 0) {
            newLine(depth);
            text.append("... ").append(cut).append(" frames cut");
            cut = 0;
        }
        if (inCommon > 0) {
            newLine(depth);
            text.append("... ").append(inCommon).append(" common frames omitted");
        }
    }

    @Override
    public void newLine(int depth) {
        indent = INDENT.repeat(depth + 1);
        text.append('\n').append(indent);
    }
}
