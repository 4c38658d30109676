package io.pixsim.logging.http.spool;

/**
 * What a segment's file name tells.
 *
 * @param origin who wrote it
 * @param segment which of its segments
 */
record SegmentName(String origin, int segment) {}
