package org.tipstats.disseminate.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.compile.aggregate.SmallWorlds;
import org.tipstats.disseminate.coverage.PopulationTable;
import org.tipstats.disseminate.series.SeriesMaker.TimeSeries;
import org.tipstats.validate.table.Baseline.StatedBreaks;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/** The breaks of series and their hollow points. The people of the areas: aa 900, bb 100, cc 89, dd 800, ee 200. */
class SeriesMakerTest {

    private static final Cube PEOPLE = cube(POPULATION, people("2010", "2011", "2012", "2013"));
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    private static List<String> people(String... years) {
        List<String> rows = new ArrayList<>();
        for (String year : years) {
            rows.addAll(List.of(
                    "aa all all " + year + " 900",
                    "bb all all " + year + " 100",
                    "cc all all " + year + " 89",
                    "dd all all " + year + " 800",
                    "ee all all " + year + " 200"));
        }
        return rows;
    }

    private static SeriesMaker maker(Cube published, Cube people, StatedBreaks breaks) {
        return new SeriesMaker(VICTIMS, published, PopulationTable.of(people), breaks, BigDecimal.valueOf(20));
    }

    /** Returns the points of the counts of all victims in a group: year, value, and what is said about the point. */
    private static List<String> points(String group, Cube people, String... rows) {
        Cube published = new AggregateCalculator(VICTIMS, people).calculate(cube(VICTIMS, rows));
        SeriesMaker maker = maker(published, people, StatedBreaks.NONE);
        Dimension area = VICTIMS.structure().area();
        int count = VICTIMS.unit("COUNT").orElseThrow().position();
        List<Observation> figures = published.observations().stream()
                .filter(figure -> SPACE.code(figure.key(), area).equals(group)
                        && SPACE.position(
                                        figure.key(), VICTIMS.structure().unit().position())
                                == count)
                .toList();
        List<TimeSeries> series = maker.of(figures);
        assertEquals(1, series.size());
        return series.get(0).points().stream().map(SeriesMakerTest::text).toList();
    }

    private static String text(SeriesPoint point) {
        return point.year() + " " + point.figure().value()
                + (point.gap() == null ? "" : " " + point.gap().word()) + (point.hollow() ? " hollow" : "");
    }

    @Test
    void aLineGoesOnWhileOneTenthOfThePeopleComesOrGoes() {
        // In 2011 cc joins: 89 people of 1,000 and of 1,089. In 2012 bb leaves: 100 of 1,089, and of 989 it is more.
        assertEquals(
                List.of("2010 30", "2011 35", "2012 25 reporters"),
                points(
                        "north",
                        PEOPLE,
                        "aa all all 2010 20",
                        "bb all all 2010 10",
                        "aa all all 2011 20",
                        "bb all all 2011 10",
                        "cc all all 2011 5",
                        "aa all all 2012 20",
                        "cc all all 2012 5"));
    }

    @Test
    void areasThatChangePlacesBreakALineThoughTheirNumberStays() {
        assertEquals(
                List.of("2010 20", "2011 7 reporters hollow"),
                points("north", PEOPLE, "aa all all 2010 20", "bb all all 2011 7"));
    }

    @Test
    void aYearWithoutFigureNeedsNoBreak() {
        assertEquals(
                List.of("2010 20", "2012 7 hollow"),
                points("north", PEOPLE, "aa all all 2010 20", "bb all all 2012 7"));
    }

    @Test
    void aMaskedNumberIsAReport() {
        assertEquals(
                List.of("2010 20", "2011 20"),
                points(
                        "north",
                        PEOPLE,
                        "aa all all 2010 20",
                        "bb all all 2010 masked",
                        "aa all all 2011 20",
                        "bb all all 2011 masked",
                        "cc all all 2011 missing"));
    }

    @Test
    void fewPeopleMakeAPointHollow() {
        // 200 of 1,000 people are 20 %, which is enough; 289 of 2,089 are 13.8 %.
        assertEquals(List.of("2010 7"), points("south", PEOPLE, "ee all all 2010 7"));
        assertEquals(List.of("2010 9 hollow"), points("earth", PEOPLE, "ee all all 2010 7", "cc all all 2010 2"));
    }

    @Test
    void areasAreCountedWhereNoPopulationIsKnown() {
        Cube nobody = cube(POPULATION);
        assertEquals(
                List.of("2010 30", "2011 25 reporters"),
                points(
                        "north",
                        nobody,
                        "aa all all 2010 20",
                        "bb all all 2010 10",
                        "aa all all 2011 20",
                        "cc all all 2011 5"));
        // One of the five areas is a fifth of them, which is enough.
        assertEquals(List.of("2010 20"), points("earth", nobody, "aa all all 2010 20"));
    }

    @Test
    void aSingleAreaHasNoReportersToChange() {
        assertEquals(List.of("2010 20", "2011 7"), points("bb", PEOPLE, "bb all all 2010 20", "bb all all 2011 7"));
    }

    @Test
    void aBreakThatAnAreaStatesBreaksItsOwnLineAlone() {
        Cube published = new AggregateCalculator(VICTIMS, PEOPLE)
                .calculate(cube(
                        VICTIMS, "aa all all 2010 3", "aa all all 2011 40", "bb all all 2010 3", "bb all all 2011 4"));
        StatedBreaks stated = new StatedBreaks(Map.of("aa", Map.of("2011", "New law")));
        List<String> broken = new ArrayList<>();
        maker(published, PEOPLE, stated)
                .of(published)
                .forEach(each -> each.points().stream()
                        .filter(point -> point.gap() != null)
                        .forEach(point -> broken.add(SPACE.format(each.key()) + " " + text(point))));
        // The count and the rate of aa; bb and the groups of both go on.
        assertEquals(2, broken.size(), broken::toString);
        broken.forEach(point -> assertTrue(point.contains("aa") && point.contains("2011"), point));
        broken.forEach(point -> assertTrue(point.endsWith(" definition"), point));
    }

    @Test
    void eachKeyIsASeriesOfItsOwn() {
        Cube published = new AggregateCalculator(VICTIMS, PEOPLE)
                .calculate(cube(VICTIMS, "aa f all 2010 3", "aa m all 2010 4", "aa f all 2011 5"));
        SeriesMaker maker = maker(published, PEOPLE, StatedBreaks.NONE);
        List<TimeSeries> series = maker.of(published);
        // Five places (aa and its four groups), two sexes, counts and no rates: no population by sex is known.
        assertEquals(10, series.size());
        series.forEach(each -> assertEquals(
                SPACE.code(each.key(), VICTIMS.structure().dimension("sex").orElseThrow())
                                .equals("f")
                        ? 2
                        : 1,
                each.points().size()));
    }

    @Test
    void theReportersAreThoseThatTheFigureCounts() {
        Seeds.check(100, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            Cube published = world.compile();
            Reporters reporters =
                    new Reporters(VICTIMS, published, PopulationTable.of(cube(POPULATION, world.people())));
            for (String cell : SmallWorlds.cells()) {
                for (String group : SmallWorld.GROUPS) {
                    long key = count(VICTIMS, group + " " + cell);
                    int counted = published
                            .find(key)
                            .map(figure -> figure.coverage().reporting())
                            .orElse(0);
                    assertEquals(counted, reporters.of(key).cardinality(), group + " " + cell);
                }
            }
        });
    }
}
