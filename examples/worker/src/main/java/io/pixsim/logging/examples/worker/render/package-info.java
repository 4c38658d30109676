/** Pixels: animated GIFs out of a prompt or a source image. No fonts, no screen, no network, no logging. */
@NullMarked
package io.pixsim.logging.examples.worker.render;

import org.jspecify.annotations.NullMarked;
