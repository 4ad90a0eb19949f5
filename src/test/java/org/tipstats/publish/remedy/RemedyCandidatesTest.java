package org.tipstats.publish.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.publish.remedy.SmallCountry.VICTIMS;
import static org.tipstats.publish.remedy.SmallCountry.compile;
import static org.tipstats.publish.remedy.SmallCountry.key;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;

class RemedyCandidatesTest {

    private static final String[] ROWS = {
        "HTI._T._T._T.2015 30",
        "HTI.F._T.ORG.2015 3",
        "HTI._T._U.OTH.2015 9",
        "AUT._T._T._T.2015 40",
        "AUT._T._T.LAB_FISH.2015 6",
        "BEL._T._T._T.2015 20",
        "BEL._T._T.OTH_BEG.2015 5",
        "CHE._T._T.ORG.2015 masked"
    };

    private static List<String> of(List<EarlierRelease> earlier, boolean noMove, String cell) {
        Cube compiled = compile(ROWS).get(VICTIMS.id());
        RemedyCandidates candidates = new RemedyCandidates(VICTIMS, "2015", compiled, earlier);
        return candidates.of(candidates.place(key(cell)), List.of(key(cell)), noMove).stream()
                .map(Remedy::id)
                .toList();
    }

    @Test
    void theCategoriesOfTheFigureAreMergedIntoOther() {
        assertEquals(
                List.of(
                        "merge:VICTIMS:2015:HTI:SEX:F:_O",
                        "merge:VICTIMS:2015:HTI:EXPLOITATION:ORG:OTH",
                        "withhold:VICTIMS:2015:019",
                        "leave-out:VICTIMS:2015:HTI"),
                of(List.of(), true, "HTI.F._T.ORG.2015"));
    }

    @Test
    void withoutOtherTheyAreMergedIntoUnknownAndUnknownIntoNothing() {
        assertEquals(
                "merge:VICTIMS:2015:HTI:AGE:Y0T17:_U",
                of(List.of(), true, "HTI._T.Y0T17._T.2015").get(0));
        assertEquals(
                List.of(
                        "merge:VICTIMS:2015:HTI:EXPLOITATION:OTH:_U",
                        "withhold:VICTIMS:2015:019",
                        "leave-out:VICTIMS:2015:HTI"),
                of(List.of(), true, "HTI._T._U.OTH.2015"));
        assertEquals(
                "merge:VICTIMS:2015:AUT:EXPLOITATION:LAB_FISH:LAB_OTH",
                of(List.of(), true, "AUT._T._T.LAB_FISH.2015").get(0));
    }

    /** Other forms of Belgium have a reported part, and Switzerland masked a figure. */
    @Test
    void whatCannotBeAddedIsNotMerged() {
        assertEquals(
                List.of("withhold:VICTIMS:2015:150", "leave-out:VICTIMS:2015:BEL"),
                of(List.of(), true, "BEL._T._T.ORG.2015"));
        assertEquals(
                List.of("withhold:VICTIMS:2015:150", "leave-out:VICTIMS:2015:CHE"),
                of(List.of(), true, "CHE._T._T.ORG.2015"));
    }

    /** A release that shows "other" without what was merged reveals it. */
    @Test
    void whatAnEarlierReleaseShowsApartIsNotMerged() {
        EarlierRelease earlier = new EarlierRelease("first", Map.of(), compile("HTI._T._T._T.2015 29"));
        assertEquals(
                List.of("withhold:VICTIMS:2015:019", "leave-out:VICTIMS:2015:HTI"),
                of(List.of(earlier), true, "HTI.F._T.ORG.2015"));
    }

    /** A proof that nothing can move holds for every choice of withheld figures, so withholding more is no way on. */
    @Test
    void figuresOfTheRegionAreWithheldOnlyIfTheSearchGaveUp() {
        assertEquals(
                List.of(
                        "merge:VICTIMS:2015:HTI:SEX:F:_O",
                        "merge:VICTIMS:2015:HTI:EXPLOITATION:ORG:OTH",
                        "withhold:VICTIMS:2015:019:SEX",
                        "withhold:VICTIMS:2015:019:EXPLOITATION",
                        "withhold:VICTIMS:2015:019",
                        "leave-out:VICTIMS:2015:HTI"),
                of(List.of(), false, "019.F._T.ORG.2015"));
    }

    @Test
    void ofAGroupOfSeveralAreasTheSmallestIsLeftOut_andTheWorldsTotalIsNeverWithheld() {
        assertEquals(
                List.of("withhold:VICTIMS:2015:150", "leave-out:VICTIMS:2015:CHE"),
                of(List.of(), true, "150._T._T._T.2015"));
        assertEquals(List.of("leave-out:VICTIMS:2015:CHE"), of(List.of(), true, "001._T._T._T.2015"));
    }
}
