package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.start.boot.EmbeddedDatabase;

/**
 * Says if the embedded PostgreSQL is behind on a date: {@code mvn test -Dtest=PostgresReleaseTest
 * -Dpostgres.current-on=2026-11-01}. Without a date, no test depends on the calendar.
 */
class PostgresReleaseTest {

    private static final String DATE = "postgres.current-on";

    /** The versions that were embedded, with the days on which PostgreSQL's project planned their releases. */
    private static final Map<String, LocalDate> RELEASED =
            Map.of("16.9", LocalDate.of(2025, 5, 8), "16.15", LocalDate.of(2026, 8, 13));

    private static String embedded() throws IOException {
        String version = PostgresRunner.find(PostgresBinaries.in(EmbeddedDatabase.BINARIES))
                .run("postgres", "", List.of("--version"));
        return version.strip().replaceFirst(".* ", "");
    }

    /**
     * Returns the days of planned minor releases after a day, up to another: the second Thursday of February, May,
     * August and November (https://www.postgresql.org/developer/roadmap/).
     */
    private static List<LocalDate> planned(LocalDate after, LocalDate until) {
        return Stream.iterate(after.withDayOfMonth(1), month -> !month.isAfter(until), month -> month.plusMonths(1))
                .filter(month -> month.getMonthValue() % 3 == 2)
                .map(month -> month.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY)))
                .filter(day -> day.isAfter(after) && !day.isAfter(until))
                .toList();
    }

    @Test
    void theReleaseOfTheEmbeddedVersionIsRecorded() throws IOException {
        assertTrue(RELEASED.containsKey(embedded()), "Record the day of the release of " + embedded());
    }

    @Test
    void noPlannedReleaseWasMissedOnTheGivenDate() throws IOException {
        String date = System.getProperty(DATE);
        assumeTrue(date != null, "needs -D" + DATE + "=DATE");
        assertEquals(
                List.of(),
                planned(RELEASED.get(embedded()), LocalDate.parse(date)),
                "The embedded PostgreSQL is " + embedded() + "; minor releases were planned on these days");
    }

    /** The days on which minor releases came out in 2025, from https://www.postgresql.org/docs/release/. */
    @ParameterizedTest
    @CsvSource({
        "2024-11-21, 2025-02-12, ''",
        "2024-11-21, 2025-02-13, 2025-02-13",
        "2025-02-13, 2025-05-08, 2025-05-08",
        "2025-05-08, 2025-08-13, ''",
        "2025-05-08, 2025-12-31, '2025-08-14 2025-11-13'"
    })
    void theDaysOfPlannedReleasesAreKnown(LocalDate after, LocalDate until, String days) {
        assertEquals(
                days,
                String.join(
                        " ",
                        planned(after, until).stream().map(LocalDate::toString).toList()));
    }
}
