package org.tipstats.collect.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.rounds.RoundService.NextYear;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.platform.problem.InputError;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class RoundRequestTest {

    private static final SchemaRegistry SCHEMAS = SampleCubes.SCHEMAS;
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Instant LATER = Instant.parse("2027-03-31T22:00:00Z");

    private static RoundRequest request(List<String> years, List<String> areas) {
        return new RoundRequest(
                "2026",
                Map.of("en", " Round 2026 "),
                List.of("PERSONS", "VICTIMS"),
                years,
                areas,
                null,
                LATER,
                null,
                "T");
    }

    private static List<String> places(RoundRequest request) {
        return request.faults(SCHEMAS, NOW).stream().map(InputError::pointer).toList();
    }

    @Test
    void everyFaultHasItsPlace() {
        assertEquals(List.of(), places(request(List.of("2024", "2025"), List.of("AUT"))));
        assertEquals(
                List.of("/id", "/title/en", "/dataflows", "/years", "/areas", "/closesAt", "/contact"),
                places(new RoundRequest(null, null, null, null, null, null, null, null, null)));
        assertEquals(
                List.of("/id", "/dataflows/1", "/years/0", "/years/1", "/areas/0", "/closesAt", "/guidance/xx"),
                places(new RoundRequest(
                        "new",
                        Map.of("en", "T"),
                        List.of("VICTIMS", "POPULATION"),
                        List.of("1999", "2027"),
                        List.of("XYZ"),
                        null,
                        NOW,
                        Map.of("xx", "?"),
                        "T")));
    }

    @Test
    void theRuleForAnIdSaysHowItBegins() {
        RoundRequest request = new RoundRequest("_2027", null, null, null, null, null, null, null, null);
        assertEquals(
                "Write 1 to 64 letters, digits, dots, hyphens or underscores, beginning with a letter or digit, but not"
                        + " \"new\".",
                request.faults(SCHEMAS, NOW).get(0).message());
    }

    @Test
    void theYearsMayReachTheYearOfTheOpening() {
        RoundRequest later = new RoundRequest(
                "2027",
                Map.of("en", "T"),
                List.of("VICTIMS"),
                List.of("2027"),
                List.of("AUT"),
                Instant.parse("2027-01-01T00:00:00Z"),
                LATER,
                null,
                "T");
        assertEquals(List.of(), places(later));
    }

    @Test
    void whatIsAskedIsSortedAndGroupsStandForTheirAreas() {
        RoundRequest request = request(List.of("2025", "2024", "2025"), List.of("DEU", "155", "AUT"));
        Round round = request.round(SCHEMAS, NOW);
        assertEquals(List.of("2024", "2025"), round.years());
        assertEquals(Map.of("en", "Round 2026"), round.title());
        assertEquals(NOW, round.opensAt());
        assertEquals(2, round.dataflows().size());
        // Western Europe, M49 155.
        assertEquals(List.of("AUT", "BEL", "CHE", "DEU", "FRA", "LIE", "LUX", "MCO", "NLD"), request.single(SCHEMAS));
    }

    @Test
    void theNextYearMovesIdTitleYearsAndDates() {
        Round round = new Round(
                "tip-2026-a",
                Map.of("en", "Figures of 2024 and 2025", "fr", "Données 2024-2025"),
                List.of("VICTIMS"),
                List.of("2024", "2025"),
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-05-31T23:59:59Z"),
                Map.of("en", "See the law of 2014."),
                "Office, room 12024",
                NOW);
        RoundRequest next = NextYear.of(round, List.of("AUT"), null);
        assertEquals("tip-2027-a", next.id());
        assertEquals("Figures of 2025 and 2026", next.title().get("en"));
        assertEquals("Données 2025-2026", next.title().get("fr"));
        assertEquals(List.of("2025", "2026"), next.years());
        assertEquals(Instant.parse("2027-03-01T00:00:00Z"), next.opensAt());
        assertEquals(Instant.parse("2027-05-31T23:59:59Z"), next.closesAt());
        assertEquals("See the law of 2014.", next.guidance().get("en"));
        assertEquals("x", NextYear.of(round, List.of("AUT"), "x").id());
    }

    /** The totals of each year; the stage has no total, so each stage has a row. */
    @Test
    void aDeclarationIsAFileOfTotals() {
        String persons = new DeclarationFile(SCHEMAS.dataflow("PERSONS").orElseThrow(), "AUT")
                .write(List.of("2024", "2025"), "L", "Nobody counts, \"yet\"");
        assertEquals("""
                REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT
                AUT,SUSPECTED,_T,_T,2024,,L,"Nobody counts, ""yet""\"
                AUT,SUSPECTED,_T,_T,2025,,L,"Nobody counts, ""yet""\"
                AUT,PROSECUTED,_T,_T,2024,,L,"Nobody counts, ""yet""\"
                AUT,PROSECUTED,_T,_T,2025,,L,"Nobody counts, ""yet""\"
                AUT,CONVICTED,_T,_T,2024,,L,"Nobody counts, ""yet""\"
                AUT,CONVICTED,_T,_T,2025,,L,"Nobody counts, ""yet""\"
                """, persons);
        String returned = new DeclarationFile(
                        SCHEMAS.dataflow("VICTIMS_REPATRIATION").orElseThrow(), "AUT")
                .write(List.of("2025"), "M", "None");
        assertTrue(returned.endsWith("\nAUT,_T,2025,,M,None\n"), returned);
    }
}
