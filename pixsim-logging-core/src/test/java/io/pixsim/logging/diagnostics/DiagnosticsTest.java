package io.pixsim.logging.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final AtomicLong clock = new AtomicLong();
    private final Diagnostics diagnostics = new Diagnostics(out, clock::get);

    /** Where System.nanoTime may begin: anywhere, and it may pass the largest long on the way. */
    static LongStream startsOfTheClock() {
        return LongStream.of(0, -1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - MINUTE / 2, -MINUTE / 2);
    }

    @Test
    void theFirstLineComesAtOnce() {
        diagnostics.trouble("endpoint refuses");

        assertThat(lines()).containsExactly("pixsim-logging: endpoint refuses");
    }

    @ParameterizedTest
    @MethodSource("startsOfTheClock")
    void withinAMinuteLinesAreHeldBackAndTheNextSaysHowMany(long start) {
        clock.set(start);
        Diagnostics late = new Diagnostics(out, clock::get);

        late.trouble("first");
        clock.addAndGet(MINUTE - 1);
        late.trouble("second");
        late.trouble("third");
        clock.addAndGet(1);
        late.trouble("fourth");

        assertThat(lines())
                .containsExactly("pixsim-logging: first", "pixsim-logging: fourth (and 2 more since the last line)");
    }

    @Test
    void afterAQuietMinuteALineStandsAlone() {
        diagnostics.trouble("first");
        clock.addAndGet(MINUTE);
        diagnostics.trouble("second");
        clock.addAndGet(2 * MINUTE);
        diagnostics.trouble("third");

        assertThat(lines()).containsExactly("pixsim-logging: first", "pixsim-logging: second", "pixsim-logging: third");
    }

    @Test
    void theMinuteBeginsWithTheLineThatWasPrinted() {
        clock.set(10 * MINUTE);
        diagnostics.trouble("first");
        clock.addAndGet(MINUTE / 2);

        diagnostics.trouble("second");

        assertThat(lines()).containsExactly("pixsim-logging: first");
    }

    @Test
    void aWrongSettingIsToldAtOnceAndOnce() {
        diagnostics.trouble("takes the minute");

        diagnostics.setting("LEVEL is 'LOUD'; taking INFO");
        diagnostics.setting("FORMAT is 'xml'; taking json");
        diagnostics.setting("LEVEL is 'LOUD'; taking INFO");

        assertThat(lines())
                .containsExactly(
                        "pixsim-logging: takes the minute",
                        "pixsim-logging: LEVEL is 'LOUD'; taking INFO",
                        "pixsim-logging: FORMAT is 'xml'; taking json");
    }

    @Test
    void moreWrongSettingsThanCanBeRememberedAreHeldBackAsTroubleIs() {
        for (int i = 0; i < 1_000; i++) {
            diagnostics.setting("wrong " + i);
        }
        clock.addAndGet(MINUTE);
        diagnostics.trouble("later");

        assertThat(lines()).hasSize(256 + 1 + 1).contains("pixsim-logging: wrong 255", "pixsim-logging: wrong 256");
        assertThat(lines()).last().isEqualTo("pixsim-logging: later (and 743 more since the last line)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "\na b", "a b\r\n", "a\n\r\n\r\nb"})
    void aMessageIsOneLineWhateverIsInIt(String message) {
        diagnostics.trouble(message);
        diagnostics.setting(message);

        assertThat(lines()).hasSize(2).allMatch(line -> line.startsWith("pixsim-logging: "));
    }

    @Test
    void aStreamThatThrowsIsNobodysProblem() {
        Diagnostics unheard = new Diagnostics(new ThrowingStream(), clock::get);

        assertThatNoException().isThrownBy(() -> {
            unheard.trouble("first");
            unheard.setting("second");
        });
    }

    @Test
    void standardErrorIsWhatItIsWhenTheLineIsPrinted() {
        PrintStream before = System.err;
        System.setErr(out);
        try {
            new Diagnostics(null, clock::get).trouble("redirected");
        } finally {
            System.setErr(before);
        }

        assertThat(lines()).containsExactly("pixsim-logging: redirected");
    }

    @Test
    void ofManyThreadsOnePrintsAndTheOthersAreCounted() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < 1_000; j++) {
                    diagnostics.trouble("all at once");
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        clock.addAndGet(MINUTE);
        diagnostics.trouble("later");

        // One that is held back while the first line is made may be told with it.
        assertThat(lines()).hasSize(2).first().asString().startsWith("pixsim-logging: all at once");
        assertThat(lines().stream().mapToInt(DiagnosticsTest::toldMore).sum()).isEqualTo(7999);
    }

    @Test
    void theVoiceOfTheProcessIsOne() {
        assertThat(Diagnostics.shared()).isSameAs(Diagnostics.shared());
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }

    /** Standard error, as somebody may have replaced it. */
    private static final class ThrowingStream extends PrintStream {

        ThrowingStream() {
            super(OutputStream.nullOutputStream(), true, UTF_8);
        }

        @Override
        public void println(String line) {
            throw new IllegalStateException("closed");
        }
    }

    private static int toldMore(String line) {
        Matcher more = Pattern.compile("and (\\d+) more").matcher(line);
        return more.find() ? Integer.parseInt(more.group(1)) : 0;
    }
}
