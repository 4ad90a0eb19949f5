package org.tipstats.site.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.rounds.RoundRequest;

/** How the dates of the form for a round become instants. */
class RoundFormTest {

    @Test
    void aDayEndsWithItsLastSecond() {
        assertEquals(Instant.parse("2026-12-31T23:59:59Z"), RoundForm.endOf(" 2026-12-31 "));
        assertNull(RoundForm.endOf("2026-12-32"));
    }

    /** The request then says that the day is too far away. */
    @Test
    void evenTheLastDayThereIsHasAnEnd() {
        Instant end = LocalDate.MAX.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
        assertEquals(end, RoundForm.endOf(LocalDate.MAX.toString()));
    }

    @Test
    void aDeadlineAtMidnightIsTheEndOfTheDayBefore() {
        assertEquals("2027-05-31", closes("2027-06-01T00:00:00Z"));
        assertEquals("2027-06-01", closes("2027-06-01T00:00:01Z"));
        assertEquals("2027-06-01", closes("2027-06-01T23:59:59Z"));
    }

    private static String closes(String deadline) {
        Instant at = Instant.parse(deadline);
        RoundRequest request = new RoundRequest(
                "r", Map.of("en", "Round"), List.of("VICTIMS"), List.of("2026"), List.of("AUT"), at, at, Map.of(), "");
        return RoundForm.of(request).closes();
    }
}
