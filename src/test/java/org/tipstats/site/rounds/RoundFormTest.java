package org.tipstats.site.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

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
}
