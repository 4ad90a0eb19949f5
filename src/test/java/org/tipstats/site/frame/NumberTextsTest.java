package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextsTest {

    private final NumberTexts numbers = new NumberTexts(PageTexts.in("en"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "999|999", "1000|1,000", "23955|23,955", "1234567|1,234,567", "40.6|40.6", "0.0012|0.0012"})
    void groupsOfThousandsAreSetApart(String number, String text) {
        assertEquals(text, numbers.exact(new BigDecimal(number)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.7946|0.79", "1.1080|1.11", "0.1950|0.20", "0.1850|0.19", "0.0000|0.00", "1234.5|1,234.50"})
    void ratesAreRoundedHalfUpToTwoDecimals(String number, String text) {
        assertEquals(text, numbers.rounded(new BigDecimal(number)));
    }

    @ParameterizedTest
    @CsvSource({"0.0049, 0.0049", "0.0001, 0.0001"})
    void aSmallRateDoesNotLookLikeZero(String number, String text) {
        assertEquals(text, numbers.rounded(new BigDecimal(number)));
    }
}
