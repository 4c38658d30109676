/** The page that shows what the collector holds: its files, as they are served. It asks the API and knows no store. */
@NullMarked
package io.pixsim.logging.collector.page;

import org.jspecify.annotations.NullMarked;
