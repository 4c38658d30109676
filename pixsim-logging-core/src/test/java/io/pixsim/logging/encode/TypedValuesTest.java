package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypedValuesTest {

    /** Of the three bytes 1, 2, 3. */
    private static final String DIGEST = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void eachTypeHasItsForm(Object value, Object written) {
        assertThat(TestEvent.saying("x").with("v", value).json()).containsEntry("v", written);
    }

    @SuppressWarnings({"JavaUtilDate", "UnnecessaryStringBuilder"}) // they are what programs log
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of((byte) 1, 1L),
                Arguments.of(1.5f, new BigDecimal("1.5")),
                Arguments.of(new BigDecimal("0.10"), new BigDecimal("0.10")),
                Arguments.of(new AtomicLong(7), 7L),
                Arguments.of(true, true),
                Arguments.of('c', "c"),
                Arguments.of(TimeUnit.SECONDS, "SECONDS"),
                Arguments.of(new StringBuilder("text"), "text"),
                Arguments.of(Duration.ofMillis(1500), "PT1.5S"),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                Arguments.of(new Date(0), "1970-01-01T00:00:00Z"),
                Arguments.of(LocalDate.of(2026, 11, 23), "2026-11-23"),
                Arguments.of(Path.of("data", "clip.gif"), "data/clip.gif"),
                Arguments.of(URI.create("http://host/a?b=c"), "http://host/a?b=c"),
                Arguments.of(new UUID(1, 2), "00000000-0000-0001-0000-000000000002"),
                Arguments.of(String.class, "java.lang.String"),
                Arguments.of(Optional.of(5), 5L),
                Arguments.of(Optional.empty(), null),
                Arguments.of(OptionalInt.of(5), 5L),
                Arguments.of(OptionalLong.of(6), 6L),
                Arguments.of(OptionalDouble.of(0.5), new BigDecimal("0.5")),
                Arguments.of(OptionalInt.empty(), null),
                Arguments.of(new AtomicReference<>(List.of(1)), List.of(1L)),
                Arguments.of((Supplier<Object>) () -> Map.of("a", 1), Map.of("a", 1L)),
                Arguments.of(new int[][] {{1}, {}}, List.of(List.of(1L), List.of())),
                Arguments.of("password".toCharArray(), "password"),
                Arguments.of(new Size(640, 360), Map.of("width", 640L, "height", 360L)),
                Arguments.of(Map.entry("width", 640), Map.of("width", 640L)),
                Arguments.of(new byte[] {1, 2, 3}, "[3 bytes, sha256 " + DIGEST + "]"),
                Arguments.of(ByteBuffer.wrap(new byte[] {1, 2, 3}), "[3 bytes, sha256 " + DIGEST + "]"));
    }

    @Test
    void aSupplierIsAskedOnce() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<Integer> supplier = asked::incrementAndGet;

        assertThat(TestEvent.saying("x").with("v", supplier).json()).containsEntry("v", 1L);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aStreamIsNotRead() throws Exception {
        InputStream stream = new ByteArrayInputStream(new byte[] {1, 2, 3});

        assertThat(TestEvent.saying("x").with("v", stream).json()).containsEntry("v", "[java.io.ByteArrayInputStream]");
        assertThat(stream.readAllBytes()).hasSize(3);
    }

    @Test
    void aBufferIsLeftAsItWas() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3});

        TestEvent.saying("x").with("v", buffer).json();

        assertThat(buffer.remaining()).isEqualTo(3);
    }

    @Test
    void aDataUriBecomesAReference() {
        String uri = "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[300]);

        assertThat((String) TestEvent.saying("x").with("v", uri).json().get("v"))
                .startsWith("data:image/png;base64,[400 characters of base64, sha256 ")
                .hasSizeLessThan(150);
    }

    @Test
    void longBase64BecomesAReference() {
        byte[] picture = new byte[600];
        picture[7] = 1;

        String written = (String) TestEvent.saying("x")
                .with("v", Base64.getEncoder().encodeToString(picture))
                .json()
                .get("v");

        assertThat(written).startsWith("[800 characters of base64, sha256 ");
    }

    @Test
    void longTextThatIsNotBase64Stays() {
        String prose = "a word and another, ".repeat(40);
        String line = "-".repeat(600);

        assertThat(TestEvent.saying("x").with("a", prose).with("b", line).json())
                .containsEntry("a", prose)
                .containsEntry("b", line);
    }

    @Test
    void aDurationInAMillisFieldIsItsMilliseconds() {
        assertThat(TestEvent.saying("x")
                        .with("duration_ms", Duration.ofSeconds(2))
                        .json())
                .containsEntry("duration_ms", 2000L);
    }

    @Test
    void aMessageShowsWhatAValueStandsFor() {
        assertThat(TestEvent.saying("{} {} {}", Optional.of("x"), (Supplier<Object>) () -> 5, new Size(1, 2))
                        .json())
                .containsEntry("msg", "x 5 {\"width\":1,\"height\":2}");
    }

    @Test
    void aPictureIsNotWrittenIntoAMessage() {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);

        assertThat((String) TestEvent.saying("got {}", content).json().get("msg"))
                .startsWith("got [7 bytes, sha256 ");
    }

    record Size(int width, int height) {}
}
