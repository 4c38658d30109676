package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "grün, 4", "渲染, 4", "가나, 4", "🎬, 2", "ｶﾅ, 2", "Ａ, 2", "e\u0301, 1", "…·, 2"})
    void aTextIsAsWideAsItIsDrawn(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc",
        "abcd, 3, ab…",
        "渲染开始, 8, 渲染开始",
        "渲染开始, 7, 渲染开…",
        "渲染开始, 6, 渲染…",
        "a🎬b, 3, a…",
        "abcd, 1, …"
    })
    void whatIsTooWideIsCutBetweenSigns(String text, int columns, String cut) {
        assertThat(Columns.cut(text, columns)).isEqualTo(cut);
    }
}
