package io.pixsim.logging.collector.page;

/**
 * One file of the page.
 *
 * @param mediaType what it is
 * @param bytes what it holds
 * @param tag what no other content of this path has
 * @param isForever whether the path never gets another content
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record PageFile(String mediaType, byte[] bytes, String tag, boolean isForever) {}
