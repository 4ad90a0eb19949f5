package org.tipstats.site.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.ClubWorld;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.home.HeadlineFinder.Headline;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;

/** Finds headlines in a small world with invented ids. A finder that depends on a real id finds nothing there. */
class HeadlineFinderTest {

    private static final Dataflow VICTIMS = SmallWorld.VICTIMS;

    @Test
    void theLatestYearThatTheWorldHasIsShown() {
        Headline headline = find(
                SmallWorld.observation(VICTIMS, "earth all all 2010 70"),
                SmallWorld.observation(VICTIMS, "earth all all 2012 80"),
                SmallWorld.observation(VICTIMS, "earth f all 2013 30"),
                SmallWorld.observation(VICTIMS, "aa all all 2014 12"));

        assertEquals("2012", headline.year());
        assertEquals(new BigDecimal(80), headline.world().count().value());
    }

    @Test
    void aYearWhoseTotalIsMaskedIsAYearThatTheWorldHas() {
        Headline headline = find(
                SmallWorld.observation(VICTIMS, "earth all all 2010 70"),
                SmallWorld.observation(VICTIMS, "earth all all 2011 masked"),
                SmallWorld.observation(VICTIMS, "earth all all 2012 missing"));

        assertEquals("2011", headline.year());
        assertNull(headline.world().count().value());
    }

    @Test
    void theRegionsAreThoseOfTheCodeListAndNothingBelow() {
        Headline headline = find(
                SmallWorld.observation(VICTIMS, "earth all all 2010 70"),
                SmallWorld.observation(VICTIMS, "north all all 2010 60"),
                SmallWorld.observation(VICTIMS, "upper all all 2010 60"));

        assertEquals(
                List.of("north", "south"),
                headline.regions().stream().map(figures -> figures.area().id()).toList());
        assertEquals(new BigDecimal(60), headline.regions().get(0).count().value());
        assertNull(headline.regions().get(1).count());
    }

    @Test
    void aGroupBesideTheRegionsIsNoRegion() {
        Dataflow victims = ClubWorld.VICTIMS;
        Cube cube = Cube.of(
                new KeySpace(victims.structure()),
                List.of(
                        SmallWorld.observation(victims, "earth all all 2010 70"),
                        SmallWorld.observation(victims, "club all all 2010 60")));

        Headline headline =
                new HeadlineFinder(victims, new Vintage(cube)).find().orElseThrow();

        assertEquals(2, headline.regions().size());
        assertEquals("club", headline.groups().get(0).area().id());
        assertEquals(new BigDecimal(60), headline.groups().get(0).count().value());
        assertTrue(headline.data("r1").contains("earth,north,south,club"), headline.data("r1"));
    }

    @Test
    void theRateAndTheCoverageStandBesideTheCount() {
        Coverage coverage = new Coverage(new BigDecimal(70), new BigDecimal(74), 5, 3, 1, new BigDecimal("61.5"));
        Observation rate = new Observation(
                SmallWorld.rate(VICTIMS, "earth all all 2010"), new BigDecimal("0.7000"), "fine", null, Map.of(), null);
        Observation count = new Observation(
                SmallWorld.count(VICTIMS, "earth all all 2010"), new BigDecimal(70), "fine", null, Map.of(), coverage);

        Headline headline = find(count, rate);

        assertEquals(rate, headline.world().rate());
        assertSame(coverage, headline.world().coverage());
    }

    @Test
    void withoutATotalForTheWorldThereIsNoHeadline() {
        assertTrue(finder(SmallWorld.observation(VICTIMS, "aa all all 2010 12"))
                .find()
                .isEmpty());
        assertTrue(finder().find().isEmpty());
    }

    @Test
    void aBreakdownWithoutATotalHasNoHeadline() {
        Cube persons = SmallWorld.cube(SmallWorld.PERSONS, "earth seen all all 2010 12");

        assertTrue(new HeadlineFinder(SmallWorld.PERSONS, new Vintage(persons))
                .find()
                .isEmpty());
    }

    @Test
    void theDataflowOfTheHeadlineIsFoundByItsRoles() {
        assertEquals(
                "VICTIMS",
                Topic.VICTIMS.dataflow(SampleCubes.SCHEMAS).orElseThrow().id());
    }

    private static Headline find(Observation... observations) {
        return finder(observations).find().orElseThrow();
    }

    private static HeadlineFinder finder(Observation... observations) {
        KeySpace space = new KeySpace(VICTIMS.structure());
        return new HeadlineFinder(
                VICTIMS, new Vintage(Cube.of(space, Stream.of(observations).toList())));
    }
}
