package io.pixsim.logging;

/** How the console shows events. Files and endpoints always get JSON. */
public enum Format {
    /** One JSON object a line. */
    JSON,
    /** For people: {@code [HH:mm:ss] LEVEL service event key=value …}. */
    HUMAN
}
