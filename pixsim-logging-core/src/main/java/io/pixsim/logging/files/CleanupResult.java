package io.pixsim.logging.files;

/**
 * What a cleanup did.
 *
 * @param files how many files were deleted
 * @param bytes how large they were together
 * @param failed how many files could not be looked at or deleted
 */
public record CleanupResult(int files, long bytes, int failed) {}
