/** What requests bring: unpacked, and read into events of plain values, whatever the format. */
@NullMarked
package io.pixsim.logging.collector.ingest.body;

import org.jspecify.annotations.NullMarked;
