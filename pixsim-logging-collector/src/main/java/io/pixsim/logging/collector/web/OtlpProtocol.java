package io.pixsim.logging.collector.web;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.collector.ingest.IngestAnswer;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.query.Json;

/** OpenTelemetry's OTLP over HTTP: answers and refusals are in the encoding in which the request came. */
final class OtlpProtocol implements Protocol {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final int PARTIAL_SUCCESS = 1;
    private static final int REJECTED = 1;
    private static final int ERROR_MESSAGE = 2;
    private static final int STATUS_CODE = 1;
    private static final int STATUS_MESSAGE = 2;

    private final Ingestion ingestion;
    private final boolean isJson;

    OtlpProtocol(Ingestion ingestion, boolean isJson) {
        this.ingestion = ingestion;
        this.isJson = isJson;
    }

    @Override
    public boolean takes(String mediaType) {
        return mediaType.equals(isJson ? Reply.JSON : PROTOBUF);
    }

    @Override
    public String mediaTypes() {
        return PROTOBUF + " or " + Reply.JSON;
    }

    @Override
    public CompletableFuture<Reply> store(Ingestion.Body body) throws BodyException {
        return isJson
                ? ingestion.otlpJson(body).thenApply(OtlpProtocol::json)
                : ingestion.otlpProtobuf(body).thenApply(OtlpProtocol::protobuf);
    }

    private static Reply json(IngestAnswer answer) {
        return Reply.json(Json.object(json -> {
            if (answer.rejected().isEmpty()) {
                return;
            }
            json.writeObjectFieldStart("partialSuccess");
            json.writeStringField(
                    "rejectedLogRecords", String.valueOf(answer.rejected().size()));
            json.writeStringField("errorMessage", message(answer));
            json.writeEndObject();
        }));
    }

    private static Reply protobuf(IngestAnswer answer) {
        ProtobufMessage response = new ProtobufMessage();
        if (!answer.rejected().isEmpty()) {
            response.message(
                    PARTIAL_SUCCESS,
                    new ProtobufMessage()
                            .number(REJECTED, answer.rejected().size())
                            .text(ERROR_MESSAGE, message(answer)));
        }
        return new Reply(200, PROTOBUF, Map.of(), response.bytes());
    }

    private static String message(IngestAnswer answer) {
        IngestAnswer.Remark first = answer.rejected().get(0);
        return "record " + first.index() + " is " + first.reason();
    }

    /** A {@code google.rpc.Status}; what could be understood and is wrong is a bad request, too. */
    @Override
    public Reply refusal(Reply reply) {
        Reply.Problem problem = reply.problem();
        String message = problem == null ? "" : problem.message();
        int status = switch (reply.status()) {
            case 422 -> 400;
            case 408 -> 503; // which exporters try again
            default -> reply.status();
        };
        int code = code(status);
        if (isJson) {
            byte[] body = Json.object(json -> {
                json.writeNumberField("code", code);
                json.writeStringField("message", message);
            });
            return new Reply(status, Reply.JSON, reply.headers(), body);
        }
        byte[] body = new ProtobufMessage()
                .number(STATUS_CODE, code)
                .text(STATUS_MESSAGE, message)
                .bytes();
        return new Reply(status, PROTOBUF, reply.headers(), body);
    }

    private static int code(int status) {
        return switch (status) {
            case 401 -> 16;
            case 403 -> 7;
            case 405 -> 12;
            case 413, 429 -> 8;
            case 503, 507 -> 14;
            default -> status >= 500 ? 13 : 3;
        };
    }
}
