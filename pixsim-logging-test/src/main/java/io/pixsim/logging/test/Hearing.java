package io.pixsim.logging.test;

/** Whose events a capture hears, besides those of its own threads. */
enum Hearing {
    /** Nobody's. */
    OWN,
    /** Those of threads that work for no test, while no other test captures. */
    NOBODYS_TOO,
    /** Everybody's. */
    ALL
}
