package io.pixsim.logging.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * Events that were held back.
 *
 * @param reason why
 * @param stage their stage; null when they had none
 * @param jobId their job while it lives; null when they had none, and once it has ended or was forgotten
 * @param events how many
 */
public record Loss(
        SuppressReason reason,
        @Nullable String stage,
        @Nullable String jobId,
        long events) {}
