package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.ClubWorld.POPULATION;
import static org.tipstats.compile.aggregate.ClubWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.rate;
import static org.tipstats.compile.aggregate.SmallWorld.show;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;

/** Checks the figures of a group that cuts across the regions, computed by hand, and that nothing else changes. */
class GroupBesideRegionsTest {

    private static final List<String> PEOPLE =
            List.of("aa all all 2010 1000", "cc all all 2010 2000", "dd all all 2010 4000");

    private static Cube compile(List<String> people, List<String> rows) {
        return new AggregateCalculator(VICTIMS, cube(POPULATION, people)).calculate(cube(VICTIMS, rows));
    }

    /** Three of the four areas report, with 3,000 of 7,000 known persons. Nobody knows the population of the ice. */
    @Test
    void itHasTheSumBoundsCoverageAndRateOfItsAreas() {
        List<String> rows = List.of(
                "aa all all 2010 12",
                "bb all all 2010 30",
                "cc all all 2010 masked",
                "dd all all 2010 missing",
                "ice all all 2010 50");
        Cube compiled = compile(PEOPLE, rows);

        assertEquals("62 shaky [62..66] 3/4, 1 masked, 42.9%", show(compiled, count(VICTIMS, "club all all 2010")));
        assertEquals(
                "400.0000 shaky [400.0000..533.3333] 3/4, 1 masked, 42.9%",
                show(compiled, rate(VICTIMS, "club all all 2010")));
        assertEquals("42 shaky [42..46] 3/5, 1 masked, 42.9%", show(compiled, count(VICTIMS, "earth all all 2010")));
    }

    @Test
    void whereNoneOfItsAreasReportsThereIsNoFigure() {
        assertEquals(
                "nothing", show(compile(PEOPLE, List.of("bb all all 2010 30")), count(VICTIMS, "club all all 2010")));
    }

    @Test
    void itsProvenanceNamesItsReportingAreas() {
        Cube people = cube(POPULATION, PEOPLE);
        List<String> rows = List.of("aa all all 2010 12", "bb all all 2010 30", "ice all all 2010 50");
        AggregateCalculator calculator = new AggregateCalculator(VICTIMS, people);
        Cube compiled = calculator.calculate(cube(VICTIMS, rows));

        assertEquals(
                List.of("ice", "aa"),
                calculator.contributions(count(VICTIMS, "club all all 2010"), compiled).stream()
                        .map(AggregateCalculator.Contribution::area)
                        .toList());
    }

    @Test
    void itIsTheSumOfItsAreasAndChangesNoOtherFigure() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            Cube without = world.compile();
            Cube with = compile(world.people(), world.rows());
            int groups = 0;
            for (Observation observation : with) {
                String key = with.space().format(observation.key());
                if (key.contains(".club.")) {
                    groups++;
                } else {
                    assertEquals(
                            show(without, without.space().parse(key).orElseThrow()), show(with, observation.key()));
                }
            }
            assertEquals(without.size() + groups, with.size());
            for (String cell : SmallWorlds.cells()) {
                assertSum(with, cell);
            }
        });
    }

    private static void assertSum(Cube compiled, String cell) {
        BigDecimal sum = BigDecimal.ZERO;
        int reporting = 0;
        int masked = 0;
        for (String member : ClubWorld.MEMBERS) {
            Optional<Observation> figure = compiled.find(count(VICTIMS, member + " " + cell));
            boolean isMasked =
                    figure.filter(found -> found.status().equals("hidden")).isPresent();
            BigDecimal value = figure.map(Observation::value).orElse(null);
            sum = value == null ? sum : sum.add(value);
            masked += isMasked ? 1 : 0;
            reporting += isMasked || value != null ? 1 : 0;
        }
        Optional<Coverage> club = compiled.find(count(VICTIMS, "club " + cell)).map(Observation::coverage);
        assertEquals(reporting > 0, club.isPresent());
        if (club.isPresent()) {
            assertEquals(sum, club.get().lower());
            assertEquals(sum.add(BigDecimal.valueOf(4L * masked)), club.get().upper());
            assertEquals(
                    List.of(4, reporting, masked),
                    List.of(
                            club.get().areas(),
                            club.get().reporting(),
                            club.get().masked()));
        }
    }
}
