package io.pixsim.logging.collector.query;

/** A parameter that can't be understood. */
public final class ParameterException extends Exception {

    private static final long serialVersionUID = 1;

    private final String parameter;

    /** A refusal: which parameter, and what is wrong with it. */
    public ParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
