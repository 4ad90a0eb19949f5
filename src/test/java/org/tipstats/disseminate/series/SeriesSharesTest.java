package org.tipstats.disseminate.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shares of the published parts, calculated by hand. */
class SeriesSharesTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    /**
     * Returns the shares of figures, by key.
     *
     * @param rows key and value; a status in place of a value that is not shown
     */
    private static Map<String, String> shares(String dataflow, String... rows) {
        Dataflow flow = SCHEMAS.dataflow(dataflow).orElseThrow();
        KeySpace space = new KeySpace(flow.structure());
        List<Observation> figures = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ");
            long key = space.parse("A." + parts[0]).orElseThrow();
            figures.add(
                    parts[1].matches("[A-Z]")
                            ? Observation.absent(key, parts[1], null)
                            : new Observation(key, new BigDecimal(parts[1]), "A", null, Map.of(), null));
        }
        SeriesShares shares = SeriesShares.of(flow, space, figures);
        Map<String, String> found = new TreeMap<>();
        figures.forEach(figure -> shares.of(figure)
                .ifPresent(share ->
                        found.put(space.format(figure.key()).substring(2), share.percent() + " of " + share.base())));
        return found;
    }

    @Test
    void theBaseIsTheSumOfThePublishedPartsAndUnknownIsOne() {
        assertEquals(
                Map.of(
                        "AUT.F._T._T.NUMBER.2015", "60.0 of 50",
                        "AUT.M._T._T.NUMBER.2015", "20.0 of 50",
                        "AUT._U._T._T.NUMBER.2015", "20.0 of 50"),
                shares(
                        "VICTIMS",
                        "AUT._T._T._T.NUMBER.2015 60",
                        "AUT.F._T._T.NUMBER.2015 30",
                        "AUT.M._T._T.NUMBER.2015 10",
                        "AUT._U._T._T.NUMBER.2015 10"));
    }

    @Test
    void aPartThatIsPublishedAloneHasNoShare() {
        assertEquals(
                Map.of("AUT.F._T._T.NUMBER.2016", "75.0 of 40", "AUT.M._T._T.NUMBER.2016", "25.0 of 40"),
                shares(
                        "VICTIMS",
                        "AUT.F._T._T.NUMBER.2015 30",
                        "AUT.M._T._T.NUMBER.2015 Q",
                        "AUT._U._T._T.NUMBER.2015 0",
                        "AUT.F._T._T.NUMBER.2016 30",
                        "AUT.M._T._T.NUMBER.2016 10",
                        "AUT._U._T._T.NUMBER.2016 Q"));
    }

    /** What is withheld changes nothing else: a share reveals no more than the published numbers do. */
    @Test
    void aWithheldPartLeavesNoTrace() {
        String[] published = {"AUT.F._T._T.NUMBER.2016 1", "AUT.M._T._T.NUMBER.2016 2"};
        String[] withheld = {published[0], published[1], "AUT._U._T._T.NUMBER.2016 Q"};
        assertEquals(shares("VICTIMS", published), shares("VICTIMS", withheld));
    }

    @Test
    void broaderPartsComeBeforeThoseBelowThem() {
        assertEquals(
                Map.of("AUT._T.Y0T17._T.NUMBER.2015", "33.3 of 30", "AUT._T.Y_GE18._T.NUMBER.2015", "66.7 of 30"),
                shares(
                        "VICTIMS",
                        "AUT._T.Y0T17._T.NUMBER.2015 10",
                        "AUT._T.Y0T11._T.NUMBER.2015 4",
                        "AUT._T.Y_GE18._T.NUMBER.2015 20"));
    }

    @Test
    void areasArePartsWhereNothingElseIs() {
        assertEquals(
                Map.of("002._T._T._T.NUMBER.2015", "25.0 of 80", "150._T._T._T.NUMBER.2015", "75.0 of 80"),
                shares(
                        "VICTIMS",
                        "001._T._T._T.NUMBER.2015 80",
                        "002._T._T._T.NUMBER.2015 20",
                        "150._T._T._T.NUMBER.2015 60"));
        assertEquals(
                Map.of("AUT._T._T._T.NUMBER.2015", "20.0 of 50", "DEU._T._T._T.NUMBER.2015", "80.0 of 50"),
                shares(
                        "VICTIMS",
                        "150._T._T._T.NUMBER.2015 60",
                        "AUT._T._T._T.NUMBER.2015 10",
                        "DEU._T._T._T.NUMBER.2015 40"));
    }

    @Test
    void nobodyIsCountedTwiceBesideForeignersOrNationals() {
        assertTrue(shares(
                        "VICTIMS_CITIZENSHIP",
                        "AUT.NAT._T.NUMBER.2015 50",
                        "AUT.FOR._T.NUMBER.2015 50",
                        "AUT.DEU._T.NUMBER.2015 30")
                .isEmpty());
        assertTrue(shares(
                        "VICTIMS_CITIZENSHIP",
                        "AUT.NAT._T.NUMBER.2015 50",
                        "AUT.AUT._T.NUMBER.2015 50",
                        "AUT.DEU._T.NUMBER.2015 30")
                .isEmpty());
    }

    @Test
    void nationalsAndCountriesAddUp() {
        assertEquals(
                Map.of(
                        "AUT.NAT._T.NUMBER.2015", "50.0 of 100",
                        "AUT.DEU._T.NUMBER.2015", "30.0 of 100",
                        "AUT.ROU._T.NUMBER.2015", "20.0 of 100"),
                shares(
                        "VICTIMS_CITIZENSHIP",
                        "AUT.NAT._T.NUMBER.2015 50",
                        "AUT.DEU._T.NUMBER.2015 30",
                        "AUT.ROU._T.NUMBER.2015 20"));
    }

    @Test
    void whatDoesNotAddUpHasNoShares() {
        assertTrue(shares("PERSONS", "AUT.SUSPECTED._T._T.NUMBER.2015 30", "AUT.CONVICTED._T._T.NUMBER.2015 10")
                .isEmpty());
        assertTrue(
                shares("VICTIMS_SUPPORT", "AUT.ASSISTANCE._T.NUMBER.2015 30", "AUT.RESIDENCE_PERMIT._T.NUMBER.2015 10")
                        .isEmpty());
        assertTrue(shares("VICTIMS", "AUT.F._T._T.PER_100000_POP.2015 1.5", "AUT.M._T._T.PER_100000_POP.2015 0.5")
                .isEmpty());
    }
}
