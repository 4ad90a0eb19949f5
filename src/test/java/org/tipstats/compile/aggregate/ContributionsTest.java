package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.rate;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator.Contribution;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Checks which areas contribute to an aggregate. */
class ContributionsTest {

    private static final Cube PEOPLE =
            cube(POPULATION, "aa all all 2010 1000", "bb all all 2010 3000", "ee all all 2010 9000");
    private static final AggregateCalculator CALCULATOR = new AggregateCalculator(VICTIMS, PEOPLE);
    private static final Cube COMPILED = CALCULATOR.calculate(cube(
            VICTIMS,
            "aa all all 2010 12",
            "bb all all 2010 masked",
            "cc all all 2010 0",
            "dd all all 2010 8",
            "ee all all 2010 missing",
            "aa all all 2011 99",
            "aa f all 2010 11"));

    @Test
    void everyReportingAreaOfTheGroupIsNamedInTheOrderOfTheList() {
        assertEquals(List.of("aa 12 1000", "bb - 3000", "cc 0 -"), of("north all all 2010"));
        assertEquals(List.of("aa 12 1000", "bb - 3000", "cc 0 -", "dd 8 -"), of("earth all all 2010"));
    }

    @Test
    void onlyThatVeryCellAndYearCounts() {
        assertEquals(List.of("aa 99 -"), of("earth all all 2011"));
        assertEquals(List.of("aa 11 -"), of("earth f all 2010"));
        assertEquals(List.of(), of("south f all 2010"));
    }

    @Test
    void aRateIsMadeOfTheCountsOfAreasWithKnownPopulation() {
        List<Contribution> contributions = CALCULATOR.contributions(rate(VICTIMS, "north all all 2010"), COMPILED);

        assertEquals(List.of("aa 12 1000", "bb - 3000"), text(contributions));
        assertEquals(
                count(VICTIMS, "aa all all 2010"),
                contributions.get(0).observation().key());
    }

    @Test
    void aCountThatThisServiceWithholdsContributesWithoutItsValue() {
        List<Observation> published = new ArrayList<>();
        long withheld = count(VICTIMS, "dd all all 2010");
        COMPILED.forEach(o -> published.add(o.key() == withheld ? Observation.absent(withheld, "hidden", "ours") : o));

        List<Contribution> contributions =
                CALCULATOR.contributions(count(VICTIMS, "south all all 2010"), Cube.of(COMPILED.space(), published));

        assertEquals(List.of("dd - -"), text(contributions));
        assertEquals("ours", contributions.get(0).observation().confidentiality());
    }

    @Test
    void aNationalFigureHasNoContributions() {
        assertEquals(List.of(), of("aa all all 2010"));
    }

    private static List<String> of(String cell) {
        return text(CALCULATOR.contributions(count(VICTIMS, cell), COMPILED));
    }

    private static List<String> text(List<Contribution> contributions) {
        return contributions.stream()
                .map(c -> "%s %s %s"
                        .formatted(
                                c.area(),
                                c.observation().value() == null
                                        ? "-"
                                        : c.observation().value(),
                                c.population() == null ? "-" : c.population()))
                .toList();
    }
}
