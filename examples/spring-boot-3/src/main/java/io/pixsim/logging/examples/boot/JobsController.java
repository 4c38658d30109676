package io.pixsim.logging.examples.boot;

import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;

import java.util.concurrent.Callable;

import io.pixsim.logging.context.LogContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes jobs. */
@RestController
public class JobsController implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobsController.class);
    private static final java.util.logging.Logger JUL = java.util.logging.Logger.getLogger("library");

    /** For Spring. */
    public JobsController() {}

    /**
     * Starts a job.
     *
     * @param id the job
     * @return what became of it
     */
    @PostMapping("/api/v1/jobs/{id}")
    public String start(@PathVariable("id") long id) {
        try (var job = LogContext.job(id, "text_to_video", "pixverse")) {
            LOG.info(PIPELINE_START, "processing_started");
            LOG.debug("chosen account api_key={}", "abcdef0123456789");
            JUL.info("a library at work");
            if (id == 0) {
                throw new IllegalArgumentException("no job 0");
            }
            return "started";
        }
    }

    /**
     * Looks a job up, on another thread than the one that took the request.
     *
     * @param id the job
     * @return how it is
     */
    @GetMapping("/api/v1/jobs/{id}")
    public Callable<String> state(@PathVariable("id") long id) {
        return () -> {
            LOG.info("looked up", JOB_ID.of(id));
            return "started";
        };
    }

    @Override
    public void destroy() {
        LOG.info("going down");
    }
}
