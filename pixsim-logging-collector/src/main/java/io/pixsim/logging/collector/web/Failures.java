package io.pixsim.logging.collector.web;

import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.query.ParameterException;
import io.pixsim.logging.collector.query.UnknownEntryException;
import io.pixsim.logging.collector.store.StoreException;

/** What is answered when something fails, all of it in one place. */
final class Failures {

    private final Consumer<Throwable> unexpected;

    /** Failures that nobody foresaw are told to someone. */
    Failures(Consumer<Throwable> unexpected) {
        this.unexpected = unexpected;
    }

    Reply reply(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return reply(failure.getCause());
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof ParameterException parameter) {
            return Reply.invalid("query", parameter.parameter(), message);
        }
        if (failure instanceof TurnChunks.OutdatedException) {
            return Askers.outdated();
        }
        if (failure instanceof UnknownEntryException) {
            return Reply.error(404, "not_found", message);
        }
        if (failure instanceof BodyException body) {
            return of(body, message);
        }
        if (failure instanceof StoreException.Busy) {
            return Reply.later(429, "busy", message);
        }
        if (failure instanceof StoreException.TooSlow) {
            return Reply.error(504, "too_slow", message);
        }
        unexpected.accept(failure);
        return failure instanceof StoreException
                ? Reply.later(503, "service_unavailable", message)
                : Reply.error(
                        500, "internal_error", "failed: " + failure.getClass().getSimpleName());
    }

    private static Reply of(BodyException body, String message) {
        return switch (body.kind()) {
            case MALFORMED -> Reply.error(400, "invalid_request", message);
            case SHAPE -> Reply.invalid("body", "logs", message);
            case TOO_LARGE -> Reply.error(413, "too_large", message);
            case ENCODING -> Reply.error(415, "unsupported_encoding", message).with("Accept-Encoding", "gzip");
        };
    }
}
