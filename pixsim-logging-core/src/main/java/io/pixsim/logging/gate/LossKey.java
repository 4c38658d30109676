package io.pixsim.logging.gate;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/** What losses are counted by. */
record LossKey(SuppressReason reason, @Nullable String stage) {}
