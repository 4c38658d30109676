/**
 * The vocabulary: every {@linkplain io.pixsim.logging.catalog.Fields field}, {@linkplain
 * io.pixsim.logging.catalog.Stage stage} and {@linkplain io.pixsim.logging.catalog.Severity severity} that events are
 * made of, each typed and described in one place. Nothing here logs.
 *
 * <p>Source: the field catalog and the stage taxonomy of the PixSim logging structure, and the columns and limits that
 * the ingest endpoint puts on them.
 */
@NullMarked
package io.pixsim.logging.catalog;

import org.jspecify.annotations.NullMarked;
