/** What is asked of all events that a test logs: the catalog, the schema, the order of stages, no secrets. */
@NullMarked
package io.pixsim.logging.test.contract;

import org.jspecify.annotations.NullMarked;
