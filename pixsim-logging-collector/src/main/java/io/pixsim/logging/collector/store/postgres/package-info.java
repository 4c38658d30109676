/** The store of production: PostgreSQL, one partition a day; or the table that the Python backend has made. */
@NullMarked
package io.pixsim.logging.collector.store.postgres;

import org.jspecify.annotations.NullMarked;
