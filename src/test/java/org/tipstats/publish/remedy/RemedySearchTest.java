package org.tipstats.publish.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.publish.remedy.SmallCountry.VICTIMS;
import static org.tipstats.publish.remedy.SmallCountry.compile;
import static org.tipstats.publish.remedy.SmallCountry.isSafe;
import static org.tipstats.publish.remedy.SmallCountry.key;
import static org.tipstats.publish.remedy.SmallCountry.published;
import static org.tipstats.publish.remedy.SmallCountry.remedies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.remedy.RemedySearch.BlockedDraft;
import org.tipstats.publish.remedy.RemedySearch.BlockedFigure;
import org.tipstats.publish.remedy.RemedySummary.RemedyCost;
import org.tipstats.publish.remedy.RemedySummary.RemedyOffer;
import org.tipstats.vocabulary.cube.Cube;

/** Haiti is alone in the Americas. It keeps its total back, but the total of the Americas must be public. */
class RemedySearchTest {

    private static final String[] ROWS = {
        "HTI._T._T._T.2015 20 C",
        "HTI.F._T._T.2015 12",
        "HTI.M._T._T.2015 8",
        "AUT._T._T._T.2015 90",
        "DEU._T._T._T.2015 70",
        "UGA._T._T._T.2015 40",
        "UGA._T._T._T.2016 45"
    };

    private static final Map<String, Cube> BLOCKED = compile(ROWS);

    private static List<String> ids(RemedySummary summary, String check) {
        return summary.offered().getOrDefault(check, List.of()).stream()
                .map(RemedyOffer::id)
                .toList();
    }

    private static RemedyCost cost(RemedySummary summary, String id) {
        return summary.offers().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow()
                .cost();
    }

    @Test
    void theWaysOnAreOfferedWithTheirMeasuredCost() {
        RemedySummary found = remedies(BLOCKED, List.of(), List.of());

        assertEquals(List.of("leave-out:VICTIMS:2015:HTI", "withhold:VICTIMS:2015:019"), ids(found, "protection"));
        // 12 and 8 of Haiti, 20, 12 and 8 of three groups, 12 and 8 of the world, which nobody else reports by sex.
        assertEquals(
                new RemedyCost(2 + 3 * 3 + 2, 3, BigDecimal.valueOf(20 + 3 * 40 + 20)),
                cost(found, "leave-out:VICTIMS:2015:HTI"));
        // The 20 of three groups of Haiti, the 160 of two groups of Germany and its 70, and 8 of Haiti, three groups
        // and
        // the world, which together with 12 would reveal the total.
        assertEquals(
                new RemedyCost(3 + 3 + 5, 6, BigDecimal.valueOf(3 * 20 + 2 * 160 + 70 + 5 * 8)),
                cost(found, "withhold:VICTIMS:2015:019"));
    }

    @Test
    void eachOfferRemovesWhatBlocks() {
        for (RemedyOffer offer : remedies(BLOCKED, List.of(), List.of()).offers()) {
            RemedySummary after = remedies(
                    BLOCKED, List.of(), List.of(Remedy.parse(offer.id()).orElseThrow()));
            assertEquals(List.of(offer.id()), after.applied());
            assertEquals(Map.of(), after.offered());
        }
    }

    /** The 3 of Haiti are the total of the Americas. */
    @Test
    void aSmallTotalOfARegionMayBeWithheld() {
        RemedySummary found = remedies(
                compile("HTI._T._T._T.2015 3", "AUT._T._T._T.2015 90", "UGA._T._T._T.2015 40"), List.of(), List.of());

        assertTrue(ids(found, "public-totals").contains("withhold:VICTIMS:2015:019"), found.toString());
        assertTrue(ids(found, "public-totals").contains("leave-out:VICTIMS:2015:HTI"), found.toString());
    }

    /** The 33 of the Americas minus the 30 of Jamaica, published before, are the 3 of Haiti. */
    @Test
    void aRevisionThatRevealsHasWaysOnAndMergesNothing() {
        EarlierRelease first = published(
                "first", compile("HTI._T._T._T.2015 20", "JAM._T._T._T.2015 30", "AUT._T._T._T.2015 90"), List.of());
        RemedySummary found = remedies(
                compile("HTI._T._T._T.2015 3", "JAM._T._T._T.2015 30", "AUT._T._T._T.2015 90"),
                List.of(first),
                List.of());

        assertTrue(ids(found, "earlier-releases").contains("leave-out:VICTIMS:2015:HTI"), found.toString());
        assertTrue(ids(found, "earlier-releases").stream().noneMatch(id -> id.startsWith("merge")), found.toString());
    }

    @Test
    void aDraftThatIsNotBlockedNeedsNoRemedies() {
        assertEquals(RemedySummary.NONE, remedies(compile("AUT._T._T._T.2015 90"), List.of(), List.of()));
    }

    /** Every area is blocked by itself, so each needs trials of its own. */
    @Test
    void theNumberOfTrialsIsLimitedAndTheSummarySaysSo() {
        List<BlockedFigure> blocked = new ArrayList<>();
        for (String area : List.of("HTI", "AUT", "DEU", "UGA")) {
            for (String form : List.of("SEX", "LAB", "ORG")) {
                blocked.add(new BlockedFigure("protection", "VICTIMS", key(area + "._T._T." + form + ".2015"), true));
            }
        }
        int[] trials = new int[1];
        RemedySummary found = new RemedySearch(SampleCubes.SCHEMAS, (compiled, earlier, exceptions) -> {
                    trials[0]++;
                    assertEquals(
                            Set.of("2015"),
                            Set.copyOf(compiled.get("VICTIMS").observations().stream()
                                    .map(figure -> SmallCountry.SPACE.code(
                                            figure.key(), VICTIMS.structure().time()))
                                    .toList()));
                    return SmallCountry.protect(compile("AUT._T._T._T.2015 90"), earlier, Exceptions.NONE);
                })
                .search(new BlockedDraft(
                        List.of(),
                        BLOCKED,
                        List.of(),
                        SmallCountry.protect(BLOCKED, List.of(), Exceptions.NONE)
                                .release()
                                .cubes(),
                        blocked));

        assertEquals(RemedySearch.MAX_TRIALS, trials[0]);
        assertTrue(found.more());
        assertEquals(3, ids(found, "protection").size());
    }

    /** A few remedies help all figures of 2015, so trials are left for the last one. */
    @Test
    void manyFiguresWithTheSameRemediesLeaveTrialsToOtherYears() {
        List<BlockedFigure> blocked = new ArrayList<>();
        for (String check : List.of("public-totals", "protection", "earlier-releases")) {
            for (String area : List.of("001", "150", "155", "HTI", "AUT", "DEU", "UGA")) {
                blocked.add(new BlockedFigure(check, "VICTIMS", key(area + "._T._T._T.2015"), true));
            }
        }
        blocked.add(new BlockedFigure("earlier-releases", "VICTIMS", key("UGA._T._T._T.2016"), true));
        RemedySummary found = search(blocked);

        assertTrue(ids(found, "earlier-releases").contains("leave-out:VICTIMS:2016:UGA"), found.toString());
        assertFalse(found.more());
    }

    private static RemedySummary search(List<BlockedFigure> blocked) {
        ProtectedRelease safe =
                SmallCountry.protect(BLOCKED, List.of(), Exceptions.NONE).release();
        return new RemedySearch(
                        SampleCubes.SCHEMAS,
                        (compiled, earlier, exceptions) ->
                                SmallCountry.protect(compile("AUT._T._T._T.2015 90"), earlier, Exceptions.NONE))
                .search(new BlockedDraft(List.of(), BLOCKED, List.of(), safe.cubes(), blocked));
    }

    /** In the next release the total stays withheld, which is allowed only with the same remedy. */
    @Test
    void aTotalThatWasWithheldStaysWithheld() {
        Remedy withhold = Remedy.withholdTotal("VICTIMS", "2015", "019");
        Map<String, Cube> more = new TreeMap<>(BLOCKED);
        List<String> rows = new ArrayList<>(List.of(ROWS));
        rows.add("KEN._T._T._T.2015 50");
        more.putAll(compile(rows.toArray(new String[0])));
        EarlierRelease first = published("first", BLOCKED, List.of(), withhold);

        assertEquals(Map.of(), remedies(more, List.of(first), List.of(withhold)).offered());
        assertTrue(remedies(more, List.of(first), List.of()).offered().containsKey("protection"));
        assertTrue(isSafe(first, published("second", more, List.of(first), withhold)));
    }
}
