package io.pixsim.logging.collector.web;

import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.body.BodyException;

/** One way in which events come, and are answered. Used for one request. */
interface Protocol {

    /**
     * Whether bodies of a kind are taken. A form or plain text never is: that is what a browser sends for a foreign page.
     *
     * @param mediaType in lower case and without parameters; empty when none is named
     */
    boolean takes(String mediaType);

    /** What bodies it takes, for people. */
    String mediaTypes();

    /**
     * Stores what a body brings.
     *
     * @return the answer, when all is durable
     */
    CompletableFuture<Reply> store(Ingestion.Body body) throws BodyException;

    /** A refusal, in the shape in which this protocol has it. */
    default Reply refusal(Reply reply) {
        return reply;
    }
}
