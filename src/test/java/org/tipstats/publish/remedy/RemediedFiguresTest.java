package org.tipstats.publish.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.publish.remedy.SmallCountry.VICTIMS;
import static org.tipstats.publish.remedy.SmallCountry.compile;
import static org.tipstats.publish.remedy.SmallCountry.key;
import static org.tipstats.publish.remedy.SmallCountry.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Haiti and Jamaica, the only areas of the Caribbean that report, and Canada. */
class RemediedFiguresTest {

    private static final Map<String, Cube> COMPILED = compile(
            "HTI._T._T._T.2015 30",
            "HTI._T._T.SEX.2015 9",
            "HTI._T._T.ORG.2015 6 N",
            "HTI._T._T.OTH.2015 15",
            "HTI._T._T.ORG.2016 7",
            "JAM._T._T._T.2015 20",
            "JAM._T._T.ORG.2015 5",
            "CAN._T._T._T.2015 50",
            "CAN._T._T.ORG.2015 8");

    private static Cube with(Map<String, Cube> compiled, Remedy... remedies) {
        return new RemediedFigures(SampleCubes.SCHEMAS.submitted(), List.of(remedies))
                .of(compiled)
                .get("VICTIMS");
    }

    private static Remedy merge(String area) {
        return Remedy.merge("VICTIMS", "2015", area, "EXPLOITATION", "ORG", "OTH");
    }

    @Test
    void aMergedCategoryCountsAsOtherAndAllSumsStayTrue() {
        Cube merged = with(COMPILED, merge("HTI"));

        assertEquals("nothing", value(merged, "HTI._T._T.ORG.2015"));
        assertEquals("21", value(merged, "HTI._T._T.OTH.2015"));
        assertEquals("9", value(merged, "HTI._T._T.SEX.2015"));
        assertEquals("30", value(merged, "HTI._T._T._T.2015"));
        // The Americas: 5 + 8 remain, and 21 is all there is of other forms.
        assertEquals("13", value(merged, "019._T._T.ORG.2015"));
        assertEquals("21", value(merged, "001._T._T.OTH.2015"));
        assertEquals("100", value(merged, "001._T._T._T.2015"));
        assertEquals("7", value(merged, "HTI._T._T.ORG.2016"));
    }

    @Test
    void aGroupStandsForAllItsAreas() {
        Cube merged = with(COMPILED, merge("029"));

        assertEquals("21", value(merged, "HTI._T._T.OTH.2015"));
        assertEquals("5", value(merged, "JAM._T._T.OTH.2015"));
        assertEquals("8", value(merged, "019._T._T.ORG.2015"));
        assertEquals("26", value(merged, "019._T._T.OTH.2015"));
    }

    @Test
    void theSumIsReservedIfOneOfBothIsAndHasNoComment() {
        Observation other = new Observation(
                key("HTI._T._T.OTH.2015"),
                BigDecimal.valueOf(15),
                "A",
                null,
                Map.of("COMMENT", "15 forced marriages"),
                null);
        Cube before = COMPILED.get("VICTIMS");
        Cube commented = Cube.of(
                before.space(),
                before.observations().stream()
                        .map(figure -> figure.key() == other.key() ? other : figure)
                        .toList());
        Observation merged = with(Map.of("VICTIMS", commented), merge("HTI"))
                .find(other.key())
                .orElseThrow();

        assertEquals("N", merged.confidentiality());
        assertEquals(Map.of(), merged.attributes());
    }

    @Test
    void aSumWithAMaskedFigureIsNotKnown() {
        Map<String, Cube> masked =
                compile("HTI._T._T._T.2015 30", "HTI._T._T.ORG.2015 masked", "HTI._T._T.OTH.2015 15");
        Cube merged = with(masked, merge("HTI"));

        assertEquals("-", value(merged, "HTI._T._T.OTH.2015"));
        assertEquals("nothing", value(merged, "HTI._T._T.ORG.2015"));
    }

    @Test
    void anAreaThatIsLeftOutDoesNotReport() {
        Cube left = with(COMPILED, Remedy.leaveOut("VICTIMS", "2015", "HTI"));

        assertEquals("nothing", value(left, "HTI._T._T._T.2015"));
        assertEquals("70", value(left, "019._T._T._T.2015"));
        assertEquals("7", value(left, "HTI._T._T.ORG.2016"));
        assertEquals(
                2, left.find(key("001._T._T._T.2015")).orElseThrow().coverage().reporting());
    }

    @Test
    void aDataflowWithoutFiguresHasNoCube() {
        Map<String, Cube> one = compile("HTI._T._T._T.2015 30");
        assertEquals(null, with(one, Remedy.leaveOut("VICTIMS", "2015", "HTI")));
    }

    @Test
    void aRemedyThatTheSchemasNoLongerKnowChangesNothing() {
        Remedy old = Remedy.merge("VICTIMS", "2015", "HTI", "EXPLOITATION", "ORG", "NO_SUCH_CODE");
        assertEquals("15", value(with(COMPILED, old), "HTI._T._T.OTH.2015"));
    }

    @Test
    void whatIsWithheldBecomesAnException() {
        Exceptions exceptions = new RemediedFigures(
                        SampleCubes.SCHEMAS.submitted(),
                        List.of(
                                Remedy.withholdTotal("VICTIMS", "2015", "019"),
                                Remedy.withhold("VICTIMS", "2015", "019", "EXPLOITATION")))
                .exceptions(COMPILED);

        assertEquals(Map.of("VICTIMS", Set.of("2015")), exceptions.yearsWithoutTotals());
        assertEquals(
                Map.of(
                        VICTIMS.id(),
                        Set.of(key("019._T._T.SEX.2015"), key("019._T._T.ORG.2015"), key("019._T._T.OTH.2015"))),
                exceptions.withheld());
    }
}
