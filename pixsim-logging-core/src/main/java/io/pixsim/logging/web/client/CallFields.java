package io.pixsim.logging.web.client;

import io.pixsim.logging.catalog.AnyField;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.catalog.TextField;

/** What events of calls to others have beside the catalog's fields and those of {@code RequestFields}. */
public final class CallFields {

    /** The value of the {@code event} field of all these events. */
    public static final String PROVIDER_CALL = "provider_call";

    /** Where the call went: without user and fragment, and without the query unless that was asked for. */
    public static final TextField URL = Field.text("url", "URL of the call");
    /** The bytes of the request's body. */
    public static final IntegerField REQUEST_SIZE = Field.integer("request_size", "Bytes of the request's body");
    /** Headers of the request that were chosen to be shown. */
    public static final AnyField REQUEST_HEADERS = Field.any("request_headers", "Chosen headers of the request");
    /** Headers of the answer that were chosen to be shown. */
    public static final AnyField RESPONSE_HEADERS = Field.any("response_headers", "Chosen headers of the answer");

    private CallFields() {}
}
