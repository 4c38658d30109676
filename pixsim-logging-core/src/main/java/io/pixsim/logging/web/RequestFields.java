package io.pixsim.logging.web;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.catalog.TextField;

/** What events that tell of a request or a call have beside the catalog's fields. */
public final class RequestFields {

    /** The value of the {@code event} field by which the gate's rules for paths know an event of a request. */
    public static final String HTTP_REQUEST = "http_request";

    /** {@code GET}, {@code POST}, … */
    public static final TextField METHOD = Field.text("method", "HTTP method");
    /** The path as it was asked for, without its query and without parameters such as {@code ;jsessionid=}. */
    public static final TextField PATH = Field.text("path", "Path of the request, without query");
    /** The template that the path fits, such as <code>/api/v1/jobs/{id}</code>; only when the program knows it. */
    public static final TextField ROUTE = Field.text("route", "Template that the path fits");
    /** The status of the answer; failed is from 400. */
    public static final IntegerField STATUS = Field.integer("status", "HTTP status");
    /** The bytes of the answer's body as the program wrote them, before any compression by the server. */
    public static final IntegerField RESPONSE_SIZE = Field.integer("response_size", "Bytes of the response's body");
    /** The address of who asks; what a proxy says of it only when that proxy is trusted. */
    public static final TextField CLIENT_IP = Field.text("client_ip", "Address of the client");
    /** The flags of the W3C trace context, two hexadecimal digits; {@code 01} is sampled. */
    public static final TextField TRACE_FLAGS = Field.text("trace_flags", "W3C trace flags");

    private RequestFields() {}
}
