package io.pixsim.logging.benchmarks.delivery;

/** One part of the benchmark, as it runs in a contestant's process. */
interface Trial {

    void run(Setting setting, Figures figures) throws Exception;
}
