package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;

/** Reads numbers as statistical tables write them. */
class NumberStyleTest {

    private static String alone(String text) {
        return inColumn(text, text);
    }

    private static String inColumn(String text, String... column) {
        return style(List.of(column)).parse(text).map(BigDecimal::toPlainString).orElse("none");
    }

    private static NumberStyle style(List<String> column) {
        return NumberStyle.of(column.stream().collect(Collectors.toMap(text -> text, text -> 1, Integer::sum)));
    }

    @Test
    void readsWholeNumbersInAnyWriting() {
        assertEquals("303", alone("303.0"));
        assertEquals("303", alone("303,00"));
        assertEquals("7", alone("007"));
        assertEquals("0", alone("0"));
        assertEquals("5", alone("+5"));
        assertEquals("-12", alone("\u221212"));
        assertEquals("1609", alone("1 609 "));
        assertEquals("1609", alone("1\u00A0609"));
        assertEquals("1234567", alone("1\u202F234\u202F567"));
        assertEquals("1234567", alone("1'234\u2019567"));
        assertEquals("1234567", alone("1.234.567"));
        assertEquals("123456", alone("1,23,456"));
        assertEquals("1205", alone("\u0661\u066C\u0662\u0660\u0665"));
        assertEquals("45", alone("\u06F4\u06F5"));
        assertEquals("45", alone("\u200F45\u200E"));
    }

    @Test
    void readsDecimals() {
        assertEquals("2.5", alone("2,5"));
        assertEquals("0.123", alone("0.123"));
        assertEquals("0.5", alone(".5"));
        assertEquals("1234.5", alone("1.234,5"));
        assertEquals("1234.567", alone("1,234.567"));
        assertEquals("12345.678", alone("12345.678"));
        assertEquals("3.25", alone("\u0663\u066B\u0662\u0665"));
    }

    @Test
    void marksOfFootnotesAreNoDigits() {
        assertEquals("12", alone("12\u00B9"));
        assertEquals("12", alone("12*"));
        assertEquals("12", alone("12 **"));
        assertEquals("12", alone("12\u00B9\u207E"));
        assertEquals("12", alone("12\u1D43"));
        assertEquals("1609", alone("1 609\u00B2 "));
        assertEquals("12", alone("12\u2020"));
    }

    @Test
    void percentSignsAreKnown() {
        assertEquals("12.5", alone("12,5 %"));
        assertEquals("12", alone("%12"));
        assertTrue(NumberStyle.isPercent("12.5%"));
        assertFalse(NumberStyle.isPercent("12.5"));
    }

    @Test
    void otherTextsAreNoNumbers() {
        for (String text : List.of(
                "",
                " ",
                "-",
                "\u2013",
                "...",
                "..",
                "%",
                "*",
                "\u00B9",
                "n/a",
                "12 a",
                "<5",
                "12 (5)",
                "2016/17",
                "2014-05-01",
                "10-14",
                "16.2.2",
                "12 34",
                "2014 2015",
                "1,2,3",
                "12:30",
                "12.",
                "5-",
                "1e5",
                "1.234.56",
                "1".repeat(31),
                "1".repeat(100))) {
            assertFalse(NumberStyle.looksNumeric(text), text);
            assertEquals("none", alone(text), text);
        }
    }

    @Test
    void theColumnDecidesWhatASeparatorBeforeThreeDigitsMeans() {
        assertEquals("1609", inColumn("1.609", "1.609", "12", "340"));
        assertEquals("1609", inColumn("1.609", "1.609", "2.250.100"));
        assertEquals("1609", inColumn("1.609", "1.609", "12,5"));
        assertEquals("1.609", inColumn("1.609", "1.609", "12.5"));
        assertEquals("1.609", inColumn("1.609", "1.609", "0.123"));
        assertEquals("1.609", inColumn("1.609", "1.609", "1809", "2105"));
        assertEquals("1.609", inColumn("1,609", "1,609", "2,5"));
        assertEquals("1609", inColumn("1,609", "1,609", "2.5"));
        assertEquals("1609", inColumn("1.609", "2014", "1.609", "1.700"), "a year as a heading is no evidence");
        assertEquals("1609", inColumn("1.609", "1.609", "12,5", "1809"));
    }

    /** Writes random numbers in one style, and expects the same numbers. */
    @Test
    void aColumnInOneStyleIsReadBack() {
        List<String[]> styles = List.of(
                new String[] {"", "."},
                new String[] {"", ","},
                new String[] {",", "."},
                new String[] {".", ","},
                new String[] {" ", ","},
                new String[] {"\u202F", "."},
                new String[] {"'", "."});
        Seeds.check(300, random -> {
            String[] style = styles.get(random.nextInt(styles.size()));
            List<BigDecimal> numbers = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                BigDecimal number = BigDecimal.valueOf(random.nextInt(3_000_000), random.nextInt(4));
                numbers.add(number);
                texts.add(written(number, style[0], style[1], random));
            }
            numbers.add(new BigDecimal("0.5"));
            texts.add("0" + style[1] + "5");
            NumberStyle read = style(texts);
            for (int i = 0; i < texts.size(); i++) {
                Optional<BigDecimal> value = read.parse(texts.get(i));
                assertEquals(0, value.orElseThrow().compareTo(numbers.get(i)), texts.get(i));
            }
        });
    }

    private static String written(BigDecimal number, String thousands, String decimal, Random random) {
        String text = String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
        return text.replace(",", "T").replace(".", decimal).replace("T", thousands) + " ".repeat(random.nextInt(2));
    }
}
