/** What is stored: entries, their columns and times. */
@NullMarked
package io.pixsim.logging.collector.entry;

import org.jspecify.annotations.NullMarked;
