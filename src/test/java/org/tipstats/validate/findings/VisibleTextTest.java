package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "AUT", "Åland", "中文 العربية हिन्दी", "=1+1 <b>", "क्\u200Dष", "😀 \u2026"})
    void lettersStayAsTheyAre(String text) {
        assertEquals(text, VisibleText.of(text));
    }

    @Test
    void whatTurnsTheDirectionOrCannotBeSeenIsNamed() {
        assertEquals("a[U+202E]b", VisibleText.of("a\u202Eb"));
        assertEquals("[U+2068]x[U+2069][U+200F][U+061C]", VisibleText.of("\u2068x\u2069\u200F\u061C"));
        assertEquals("AUT[U+200B][U+FEFF]", VisibleText.of("AUT\u200B\uFEFF"));
        assertEquals("a\u240Ab\u2409c\u2400\u2421[U+0085]", VisibleText.of("a\nb\tc\0\u007F\u0085"));
        assertEquals("[U+2028][U+E0041][U+E000][U+FFFF]", VisibleText.of("\u2028\uDB40\uDC41\uE000\uFFFF"));
        assertEquals("x\uFFFDy", VisibleText.of("x\uD800y"));
        assertEquals("😀[U+00AD]", VisibleText.of("😀\u00AD"));
    }
}
