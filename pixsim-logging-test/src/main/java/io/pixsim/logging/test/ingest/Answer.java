package io.pixsim.logging.test.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * How the ingest endpoint answers a call. Given to {@link IngestServer#enqueue} for the next calls, or to {@link
 * IngestServer#respond} for all others. Whatever the answer, the call is among {@link IngestServer#batches()}; its events
 * are stored, and so among {@link IngestServer#events()}, only where it says so here. Immutable.
 */
public final class Answer {

    private static final String HTML = "<!DOCTYPE html><html><body><h1>Sign in to the network</h1></body></html>";

    private static final int AT_ONCE = 0;

    private final String name;
    private final int bytesPerSecond;
    private final Behaviour behaviour;

    private Answer(String name, Behaviour behaviour) {
        this(name, AT_ONCE, behaviour);
    }

    private Answer(String name, int bytesPerSecond, Behaviour behaviour) {
        this.name = name;
        this.bytesPerSecond = bytesPerSecond;
        this.behaviour = behaviour;
    }

    /**
     * As a backend that is well: stores the events and answers 200, or refuses what is not of the right shape.
     *
     * @return the answer
     */
    public static Answer ok() {
        return new Answer("ok", Call::stored);
    }

    /**
     * A status with the backend's error body. Stores nothing.
     *
     * @param status the HTTP status, 200 to 599
     * @return the answer
     */
    public static Answer status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status not in 200..599: " + status);
        }
        return new Answer("status " + status, call -> call.error(status, "As the test asked"));
    }

    /**
     * Status 429 with a {@code Retry-After} header in seconds. Stores nothing.
     *
     * @param retryAfter when the client may come again; cut to whole seconds
     * @return the answer
     */
    public static Answer tooManyRequests(Duration retryAfter) {
        String seconds = String.valueOf(retryAfter.toSeconds());
        return new Answer(
                "429, retry after " + seconds + " s",
                call -> call.error(429, "Too Many Requests").with("Retry-After", seconds));
    }

    /**
     * None, until {@link IngestServer#release()}: then the call is answered as by {@link #ok()}. When the endpoint is
     * closed first, the connection ends without an answer, and nothing is stored.
     *
     * @return the answer
     */
    public static Answer hang() {
        return new Answer("hang", call -> {
            call.gate().await();
            return call.stored();
        });
    }

    /**
     * As {@link #ok()}, but late. A client that gave up meanwhile has its events stored all the same.
     *
     * @param delay how late; {@link IngestServer#release()} ends it early
     * @return the answer
     */
    public static Answer delay(Duration delay) {
        return new Answer("delay " + delay, call -> {
            call.gate().await(delay);
            return call.stored();
        });
    }

    /**
     * As {@link #ok()}, but the body is read no faster than this. The call is among {@link IngestServer#batches()} once it is
     * read to its end; a client that gives up before that has sent nothing. What the operating system holds of it in between
     * leaves the client at once, so a small body is a late answer and a large one a slow sending.
     *
     * @param bytesPerSecond how fast, as it comes over the wire; {@link IngestServer#release()} has the rest read at once
     * @return the answer
     */
    public static Answer readSlowly(int bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("bytesPerSecond < 1: " + bytesPerSecond);
        }
        return new Answer("reads " + bytesPerSecond + " bytes a second", bytesPerSecond, Call::stored);
    }

    /**
     * The connection closes half-way through the body of a 200. Stores nothing.
     *
     * @return the answer
     */
    public static Answer cut() {
        return new Answer("cut", call -> call.error(200, "Half of this arrives").halved());
    }

    /**
     * Status 200 with a page of HTML, as from a proxy that has never heard of the endpoint. Stores nothing.
     *
     * @return the answer
     */
    public static Answer html() {
        return new Answer("html", call -> Reply.text(200, "text/html; charset=utf-8", HTML));
    }

    /**
     * Status 200 for less than was sent: stores the first events of the call and no more. A PixSim batch gets a count that is
     * short, OTLP a {@code partial_success} that rejects the others, a bulk request 429 for each of them.
     *
     * @param count how many events are stored at the most
     * @return the answer
     */
    public static Answer shortCount(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count < 0: " + count);
        }
        return new Answer("short count " + count, call -> call.storedOnly(count));
    }

    /**
     * Refuses bad events as an endpoint of the call's format does. For a bulk request each of them gets the status, for OTLP
     * they are counted in a {@code partial_success}, and the others are stored. Of a PixSim batch, {@code Generation.H} stores
     * nothing when one is bad and answers the status; {@code S0} stores those before the first bad one and answers 200 with
     * a short count.
     *
     * @param status what is said of them, 400 to 599
     * @param bad whether an event is bad; asked on the endpoint's threads
     * @return the answer
     */
    public static Answer refusing(int status, Predicate<? super Map<String, @Nullable Object>> bad) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status not in 400..599: " + status);
        }
        return new Answer("refusing with " + status, call -> call.storedBut(bad::test, status));
    }

    /**
     * Status 413 for a call whose body, unpacked, is larger than this, and as {@link #ok()} for others.
     *
     * @param bytes the largest body that is taken
     * @return the answer
     */
    public static Answer upTo(int bytes) {
        return new Answer(
                "up to " + bytes + " bytes",
                call -> call.bytes() > bytes ? call.error(413, "Request Entity Too Large") : call.stored());
    }

    /**
     * Stores the events as {@link #ok()} does, and closes the connection without a word.
     *
     * @return the answer
     */
    public static Answer lost() {
        return new Answer("lost", call -> call.stored().lost());
    }

    /** The bytes of a request, read as fast as this answer has it. */
    byte[] read(InputStream body, Hold.Gate gate) throws IOException, InterruptedException {
        return bytesPerSecond == AT_ONCE ? body.readAllBytes() : new SlowReader(body, bytesPerSecond).readAll(gate);
    }

    Reply to(Call call) throws InterruptedException {
        return behaviour.answer(call);
    }

    @Override
    public String toString() {
        return name;
    }

    /** What an answer does with a call. */
    @FunctionalInterface
    private interface Behaviour {
        Reply answer(Call call) throws InterruptedException;
    }
}
