/**
 * One file for each job, {@link io.pixsim.logging.jobs.JobFileAppender}, and what is known of a job while it lives. Names
 * of files come from ids that somebody else made up, and are made safe first.
 */
@NullMarked
package io.pixsim.logging.jobs;

import org.jspecify.annotations.NullMarked;
