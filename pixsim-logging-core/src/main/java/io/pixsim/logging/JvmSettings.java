package io.pixsim.logging;

/** What holds of {@link JvmOptions} in the end. */
record JvmSettings(boolean uncaughtExceptions, boolean bridgeJul) {

    static JvmSettings resolve(JvmOptions options, Environment environment) {
        return new JvmSettings(
                options.uncaughtExceptions().orElseGet(() -> onOff(environment, "PIXSIM_LOG_UNCAUGHT")),
                options.bridgeJul().orElseGet(() -> onOff(environment, "PIXSIM_LOG_BRIDGE_JUL")));
    }

    private static boolean onOff(Environment environment, String name) {
        return environment.read(name, Numbers::onOff, "true or false", true);
    }
}
