package org.tipstats.sdmx.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the days of periods in the standard's notation. */
class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "2020, 2020-01-01, 2020-12-31",
        "2020-02, 2020-02-01, 2020-02-29",
        "2020-02-29, 2020-02-29, 2020-02-29",
        "2020-02-29T12:00:00Z, 2020-02-29, 2020-02-29",
        "2020-A1, 2020-01-01, 2020-12-31",
        "2020-S2, 2020-07-01, 2020-12-31",
        "2020-T3, 2020-09-01, 2020-12-31",
        "2020-Q3, 2020-07-01, 2020-09-30",
        "2020-M02, 2020-02-01, 2020-02-29",
        "2020-W01, 2019-12-30, 2020-01-05",
        "2020-W53, 2020-12-28, 2021-01-03",
        "2020-D366, 2020-12-31, 2020-12-31",
    })
    void aPeriodHasAFirstAndALastDay(String text, String first, String last) {
        TimeSpan span = TimeSpan.parse(text).orElseThrow();
        assertEquals(first + " " + last, span.first() + " " + span.last());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "2020-13",
                "2021-02-29",
                "2020-A2",
                "2020-S3",
                "2020-Q0",
                "2020-Q5",
                "2019-W53",
                "2021-D366",
                "2020-",
                "2020-X1",
                " 2020",
                "soon"
            })
    void otherTextsAreNoPeriods(String text) {
        assertTrue(TimeSpan.parse(text).isEmpty());
    }
}
