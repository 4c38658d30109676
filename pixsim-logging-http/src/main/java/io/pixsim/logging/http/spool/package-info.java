/**
 * Events on disk: segment files that are only appended to, a position up to which an endpoint has confirmed them, and what
 * the endpoint refused. Knows the file system and nothing else of the house.
 */
@NullMarked
package io.pixsim.logging.http.spool;

import org.jspecify.annotations.NullMarked;
