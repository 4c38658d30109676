/** What stores that speak SQL share. */
@NullMarked
package io.pixsim.logging.collector.store.sql;

import org.jspecify.annotations.NullMarked;
