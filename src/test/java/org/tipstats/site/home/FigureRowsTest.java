package org.tipstats.site.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.HeadlineFinder.AreaFigures;
import org.tipstats.site.home.LandingPages.FigureRows;
import org.tipstats.site.home.LandingPages.FigureRows.FigureRow;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SampleStructures;

class FigureRowsTest {

    private static final Code EUROPE = SampleStructures.AREAS.find("150").orElseThrow();

    private static final PageTexts ENGLISH = PageTexts.in("en");

    private final FigureRows rows = new FigureRows(
            new FigureCells(SampleStructures.dataflow(SampleStructures.victims(), Map.of()), ENGLISH), ENGLISH);

    @Test
    void aFigureHasItsRangeCoverageAndRate() {
        FigureRow row = rows.of(new AreaFigures(
                EUROPE, count("23955", "A", coverage("23955", "23999", "40.6")), figure("0.7946", "A", null)));

        assertEquals("23,955", text(row.value()));
        assertEquals("23,955–23,999", text(row.bounds()));
        assertEquals("101 of 248", text(row.reporting()));
        assertEquals("40.6%", text(row.covered()));
        assertEquals(new BigDecimal("40.6"), row.share());
        assertEquals("0.79", text(row.rate()));
        assertEquals(Map.of(), rows.signs());
    }

    @Test
    void aRangeOfOneNumberIsThatNumber() {
        FigureRow row = rows.of(new AreaFigures(EUROPE, count("55", "A", coverage("55", "55", "70.2")), null));

        assertEquals("55", text(row.bounds()));
    }

    @Test
    void aFigureOnThinCoverageIsMarked() {
        FigureRow row = rows.of(new AreaFigures(EUROPE, count("129", "U", coverage("129", "129", "0.1")), null));

        assertEquals("129u", text(row.value()));
        assertEquals(
                "unreliable: less than half of the population lives in countries and areas that report",
                rows.signs().get("u"));
    }

    /** Zero is a value. No other state may look like zero or like another state. */
    @Test
    void zeroMissingSuppressedAndNotApplicableDiffer() {
        List<ShownFigure> shown = List.of(
                value(figure("0", "A", null)),
                value(null),
                value(figure(null, "Q", "C")),
                value(figure(null, "M", null)));

        assertEquals(
                List.of("0", "..", "c", "–"),
                shown.stream().map(FigureRowsTest::text).toList());
        Set<String> words = new HashSet<>();
        shown.stream().skip(1).forEach(figure -> words.add(figure.words()));
        assertEquals(3, words.size());
    }

    @Test
    void everyKindOfMissingValueLooksMissing() {
        for (String status : new String[] {"O", "L", "J"}) {
            assertEquals("..", text(value(figure(null, status, null))));
        }
    }

    @Test
    void whatTheProviderMaskedAndWhatIsWithheldDiffer() {
        ShownFigure masked = value(figure(null, "Q", "A"));

        assertEquals("q", text(masked));
        assertEquals("kept back by the country", masked.words());
        assertEquals(
                "withheld: a small count, or to protect another figure",
                value(figure(null, "Q", "C")).words());
    }

    @Test
    void aSuppressedFigureShowsNoBounds() {
        Coverage without = new Coverage(null, null, 248, 101, 11, new BigDecimal("80.0"));

        FigureRow row = rows.of(new AreaFigures(EUROPE, new Observation(1, null, "Q", "C", Map.of(), without), null));

        assertEquals("c", text(row.bounds()));
        assertEquals("101 of 248", text(row.reporting()));
    }

    @Test
    void whereEveryContributorIsMaskedTheBoundsAreShown() {
        FigureRow row = rows.of(new AreaFigures(EUROPE, count(null, "Q", coverage("0", "8", "80.0")), null));

        assertEquals("q", text(row.value()));
        assertEquals("0–8", text(row.bounds()));
    }

    @Test
    void anAreaWithoutAnyFigureHasNoEmptyCell() {
        FigureRow row = rows.of(new AreaFigures(EUROPE, null, null));

        for (ShownFigure figure : List.of(row.value(), row.bounds(), row.reporting(), row.covered(), row.rate())) {
            assertEquals("..", text(figure));
            assertNotNull(figure.words());
        }
    }

    private ShownFigure value(Observation observation) {
        return rows.of(new AreaFigures(EUROPE, observation, null)).value();
    }

    private static Observation count(String value, String status, Coverage coverage) {
        return new Observation(1, number(value), status, null, Map.of(), coverage);
    }

    private static Observation figure(String value, String status, String confidentiality) {
        return new Observation(1, number(value), status, confidentiality, Map.of(), null);
    }

    private static Coverage coverage(String lower, String upper, String population) {
        return new Coverage(number(lower), number(upper), 248, 101, 11, number(population));
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String text(ShownFigure figure) {
        return (figure.number() == null ? "" : figure.number()) + (figure.sign() == null ? "" : figure.sign());
    }
}
