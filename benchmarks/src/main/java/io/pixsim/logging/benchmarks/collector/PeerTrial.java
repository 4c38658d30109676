package io.pixsim.logging.benchmarks.collector;

import java.util.Map;

/** What was measured of another store: how it takes in, and how it answers with so many entries. */
record PeerTrial(String name, Ingested ingested, int stored, Map<Question, QueryTrial.Result> answers) {}
