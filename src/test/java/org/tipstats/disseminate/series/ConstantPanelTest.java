package org.tipstats.disseminate.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.rate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

class ConstantPanelTest {

    private static final Cube PEOPLE = cube(
            POPULATION,
            "aa all all 2010 1000",
            "aa all all 2011 1000",
            "bb all all 2010 3000",
            "bb all all 2011 3000",
            "cc all all 2010 500",
            "cc all all 2011 1000",
            "dd all all 2011 5000");
    private static final Cube PUBLISHED = new AggregateCalculator(VICTIMS, PEOPLE)
            .calculate(cube(
                    VICTIMS,
                    "aa all all 2010 10",
                    "aa all all 2011 20",
                    "bb all all 2010 100",
                    "cc all all 2010 7",
                    "cc all all 2011 0",
                    "dd all all 2010 masked",
                    "dd all all 2011 50",
                    "aa f all 2010 6",
                    "aa f all 2011 8",
                    "cc f all 2010 7"));

    private static ConstantPanel panel(Long... keys) {
        List<Observation> chosen = Arrays.stream(keys)
                .sorted()
                .map(key -> PUBLISHED.find(key).orElseThrow())
                .toList();
        return ConstantPanel.of(VICTIMS, PUBLISHED, PEOPLE, chosen);
    }

    private static long value(ConstantPanel panel, long key) {
        return panel.figures().find(key).orElseThrow().value().longValueExact();
    }

    @Test
    void onlyAreasWithANumberInEachYearCount() {
        long then = count(VICTIMS, "earth all all 2010");
        long now = count(VICTIMS, "earth all all 2011");
        ConstantPanel panel = panel(then, now);
        // bb is missing in 2011, the number of dd was masked in 2010; zero is a number.
        assertEquals(List.of("aa", "cc"), panel.areas());
        assertEquals(17, value(panel, then));
        assertEquals(20, value(panel, now));
        // 2,000 of the 10,000 people whose number is known in 2011.
        assertEquals(new BigDecimal("20.0"), panel.population());
        assertEquals(2, panel.figures().find(now).orElseThrow().coverage().reporting());
    }

    @Test
    void oneYearKeepsAllThatHaveANumber() {
        assertEquals(
                List.of("aa", "bb", "cc"),
                panel(count(VICTIMS, "earth all all 2010")).areas());
    }

    @Test
    void anAreaNeedsEachChosenBreakdown() {
        ConstantPanel panel = panel(
                count(VICTIMS, "north all all 2010"),
                count(VICTIMS, "north all all 2011"),
                count(VICTIMS, "north f all 2010"),
                count(VICTIMS, "north f all 2011"));
        assertEquals(List.of("aa"), panel.areas());
        assertEquals(8, value(panel, count(VICTIMS, "north f all 2011")));
    }

    @Test
    void ratesDivideByThePeopleOfThePanel() {
        long rate = rate(VICTIMS, "north all all 2011");
        ConstantPanel panel = panel(rate(VICTIMS, "north all all 2010"), rate);
        // 20 victims among 2,000 people are 1,000 per 100,000.
        assertEquals(
                0,
                new BigDecimal("1000")
                        .compareTo(panel.figures().find(rate).orElseThrow().value()));
    }

    @Test
    void groupsHaveThePartOfThePanelThatIsInThem() {
        long south = count(VICTIMS, "south all all 2011");
        ConstantPanel panel = panel(count(VICTIMS, "earth all all 2011"), south, count(VICTIMS, "north all all 2011"));
        assertEquals(List.of("aa", "cc", "dd"), panel.areas());
        assertEquals(50, value(panel, south));
    }

    @Test
    void nothingChosenIsAnEmptyPanel() {
        assertEquals(List.of(), panel().areas());
        assertEquals(0, panel().figures().size());
    }
}
