/** The store of one machine: SQLite, one file a day. */
@NullMarked
package io.pixsim.logging.collector.store.sqlite;

import org.jspecify.annotations.NullMarked;
