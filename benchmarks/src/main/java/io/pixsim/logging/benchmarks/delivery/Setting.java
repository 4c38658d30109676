package io.pixsim.logging.benchmarks.delivery;

/**
 * What a trial has to do with.
 *
 * @param contestant whose appender
 * @param ports where the sink listens
 * @param sink its orders
 */
record Setting(Contestant contestant, Ports ports, Sink sink) {}
