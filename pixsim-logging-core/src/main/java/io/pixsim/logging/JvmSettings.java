package io.pixsim.logging;

/** What holds of {@link JvmOptions} in the end. */
record JvmSettings(boolean uncaughtExceptions, boolean bridgeJul, boolean jmx) {

    static JvmSettings resolve(JvmOptions options, Environment environment) {
        return new JvmSettings(
                options.uncaughtExceptions().orElseGet(() -> onOff(environment, "PIXSIM_LOG_UNCAUGHT", true)),
                options.bridgeJul().orElseGet(() -> onOff(environment, "PIXSIM_LOG_BRIDGE_JUL", true)),
                options.jmx().orElseGet(() -> onOff(environment, "PIXSIM_LOG_JMX", false)));
    }

    private static boolean onOff(Environment environment, String name, boolean fallback) {
        return environment.read(name, Numbers::onOff, "true or false", fallback);
    }
}
