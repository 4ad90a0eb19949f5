package org.tipstats.protect.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.start.tables.Tables;

/** Each kind of knowledge recovers a figure of published releases, and nothing without it. */
class CubeAuditTest {

    private static AuditReport audit(AuditOptions options, Published... releases) {
        return new IntruderAudit(options)
                .audit(Arrays.stream(releases).map(Published::vintage).toList());
    }

    private static AuditReport audit(Published... releases) {
        return audit(AuditOptions.DEFAULT, releases);
    }

    private static String recovered(AuditReport report) {
        return report.recoverable().stream()
                .map(cell ->
                        cell.release() + " " + cell.key() + "=" + cell.value().getAsLong())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
    }

    private static void assertOnlyBy(Source source, String expected, Published... releases) {
        assertEquals(expected, recovered(audit(releases)));
        assertEquals("", recovered(audit(Tables.without(AuditOptions.DEFAULT, source), releases)));
    }

    @Test
    void aTotalLessItsPartsGivesAPart() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "10")
                .victims("AUT.F._T._T", "7")
                .victims("AUT.M._T._T", "?");
        assertOnlyBy(Source.BREAKDOWN, "r1 A.AUT.M._T._T.NUMBER.2015=3", release);
    }

    @Test
    void finerPartsStandForOneThatIsNotThere() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "20")
                .victims("AUT._T.Y0T11._T", "5")
                .victims("AUT._T.Y12T17._T", "?")
                .victims("AUT._T.Y_GE18._T", "12");
        assertOnlyBy(Source.BREAKDOWN, "r1 A.AUT._T.Y12T17._T.NUMBER.2015=3", release);
    }

    @Test
    void aMaskedPartIsAtMostFour() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "8")
                .victims("AUT.F._T._T", "m")
                .victims("AUT.M._T._T", "m");
        assertEquals("r1 A.AUT.F._T._T.NUMBER.2015=4 r1 A.AUT.M._T._T.NUMBER.2015=4", recovered(audit(release)));
        assertTrue(audit(new Published("r1")
                        .victims("AUT._T._T._T", "7")
                        .victims("AUT.F._T._T", "m")
                        .victims("AUT.M._T._T", "m"))
                .isSafe());
    }

    @Test
    void aWithheldPartIsAtLeastOne() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "2")
                .victims("AUT.F._T._T", "?")
                .victims("AUT.M._T._T", "?");
        assertEquals(2, audit(release).recoverable().size());
        assertTrue(audit(AuditOptions.DEFAULT.withLowerBound(0), release).isSafe());
    }

    /**
     * All children are exploited sexually and all adults work, so the forms of girls and women follow from their ages.
     */
    @Test
    void tablesOfTwoDimensionsGiveAwayAThirdTable() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "15")
                .victims("AUT.F.Y0T17._T", "3")
                .victims("AUT.M.Y0T17._T", "1")
                .victims("AUT.F.Y_GE18._T", "6")
                .victims("AUT.M.Y_GE18._T", "5")
                .victims("AUT._T.Y0T17.SEX", "4")
                .victims("AUT._T.Y0T17.LAB", "0")
                .victims("AUT._T.Y_GE18.SEX", "0")
                .victims("AUT._T.Y_GE18.LAB", "11")
                .victims("AUT.F._T.SEX", "?")
                .victims("AUT.F._T.LAB", "?")
                .victims("AUT.M._T.SEX", "?")
                .victims("AUT.M._T.LAB", "?");
        assertOnlyBy(
                Source.CROSSING,
                "r1 A.AUT.F._T.LAB.NUMBER.2015=6 r1 A.AUT.F._T.SEX.NUMBER.2015=3"
                        + " r1 A.AUT.M._T.LAB.NUMBER.2015=5 r1 A.AUT.M._T.SEX.NUMBER.2015=1",
                release);
    }

    @Test
    void aRegionLessItsOtherAreasGivesAnArea() {
        Published release = new Published("r1")
                .victims("155._T._T._T", "40")
                .victims("AUT._T._T._T", "20")
                .victims("BEL._T._T._T", "17")
                .victims("DEU._T._T._T", "?")
                .victims("FRA._T._T._T", "m");
        assertOnlyBy(Source.GROUP, "r1 A.DEU._T._T._T.NUMBER.2015=3", release);
    }

    @Test
    void groupsThatAreWithheldStandBetweenWorldAndAreas() {
        Published release = new Published("r1")
                .victims("150._T._T._T", "40")
                .victims("155._T._T._T", "?")
                .victims("154._T._T._T", "?")
                .victims("AUT._T._T._T", "?")
                .victims("BEL._T._T._T", "20")
                .victims("DNK._T._T._T", "17");
        assertEquals(
                "r1 A.154._T._T._T.NUMBER.2015=17 r1 A.155._T._T._T.NUMBER.2015=23 r1 A.AUT._T._T._T.NUMBER.2015=3",
                recovered(audit(release)));
    }

    @Test
    void aRateAndAPopulationGiveTheCountBack() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "?")
                .rate("AUT._T._T._T", "0.0352")
                .population("AUT", "8520000");
        assertOnlyBy(Source.RATE, "r1 A.AUT._T._T._T.NUMBER.2015=3", release);
    }

    @Test
    void aRateOfAGroupGivesTheCountOfTheAreasWithAPopulation() {
        // 12 and 8 of 20 million are 0.1. The region's 23 is 3 more than these 20.
        Published release = new Published("r1")
                .victims("155._T._T._T", "?")
                .victims("154._T._T._T", "30")
                .victims("150._T._T._T", "?")
                .victims("AUT._T._T._T", "?")
                .victims("BEL._T._T._T", "8")
                .rate("155._T._T._T", "0.1000")
                .population("AUT", "10000000")
                .population("BEL", "10000000");
        assertOnlyBy(
                Source.RATE,
                "r1 A.150._T._T._T.NUMBER.2015=50 r1 A.155._T._T._T.NUMBER.2015=20 r1 A.AUT._T._T._T.NUMBER.2015=12",
                release);
    }

    @Test
    void aLinkedDataflowGivesItAway() {
        Published release = new Published("r1")
                .victims("AUT.F._T._T", "?")
                .put("VICTIMS_CITIZENSHIP", "A.AUT._T.F.NUMBER.2015", "3");
        assertOnlyBy(Source.LINK, "r1 A.AUT.F._T._T.NUMBER.2015=3", release);
    }

    @Test
    void figuresThatDifferAreNoLink() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "10")
                .victims("AUT.F._T._T", "?")
                .victims("AUT.M._T._T", "?")
                .put("VICTIMS_CITIZENSHIP", "A.AUT._T._T.NUMBER.2015", "9");
        assertTrue(audit(release).isSafe());
    }

    @Test
    void anEarlierReleaseGivesItAway() {
        Published first = new Published("r1")
                .victims("AUT._T._T._T", "20")
                .victims("AUT.F._T._T", "?")
                .victims("AUT.M._T._T", "?")
                .victims("AUT._O._T._T", "?");
        Published second = new Published("r2")
                .victims("AUT._T._T._T", "22")
                .victims("AUT.F._T._T", "?")
                .victims("AUT.M._T._T", "?")
                .victims("AUT._O._T._T", "5");
        AuditOptions options = AuditOptions.DEFAULT.withRevised((release, table, key) ->
                key.contains("._O.") ? java.util.OptionalLong.of(1) : java.util.OptionalLong.empty());
        assertEquals("r1 A.AUT._O._T._T.NUMBER.2015=3", recovered(audit(options, first, second)));
        assertEquals("", recovered(audit(Tables.without(options, Source.RELEASE), first, second)));
        assertTrue(audit(first).isSafe());
        assertTrue(audit(second).isSafe());
    }

    @Test
    void whatWasPublicOnceIsToldApart() {
        AuditReport report = audit(
                new Published("r1").victims("AUT._T._T._T", "3"),
                new Published("r2").victims("AUT._T._T._T", "?"),
                new Published("r3").victims("AUT._T._T._T", "?"));
        assertEquals(
                List.of("r2 VICTIMS A.AUT._T._T._T.NUMBER.2015", "r3 VICTIMS A.AUT._T._T._T.NUMBER.2015"),
                texts(report.alreadyPublic()));
        assertTrue(report.isSafe());
    }

    @Test
    void whatWasPublicOnceIsNotWhatIsTooSmallForItNow() {
        AuditReport report = audit(
                new Published("r1").victims("AUT._T._T._T", "12"),
                new Published("r2").victims("AUT._T._T._T", "?"),
                new Published("r3").victims("AUT._T._T._T", "m"));
        assertEquals(List.of("r2 VICTIMS A.AUT._T._T._T.NUMBER.2015"), texts(report.alreadyPublic()));
        assertTrue(report.isSafe());
    }

    private static List<String> texts(List<ExposedCell> cells) {
        return cells.stream().map(ExposedCell::toString).toList();
    }

    @Test
    void partsBelowTheirTotalLeaveRoom() {
        AuditReport report = audit(new Published("r1")
                .victims("AUT._T._T._T", "100")
                .victims("AUT.F._T._T", "40")
                .victims("AUT.M._T._T", "m")
                .victims("AUT._T.Y0T17._T", "30")
                .victims("AUT._T.Y_GE18._T", "?"));
        assertEquals("r1 A.AUT._T.Y_GE18._T.NUMBER.2015=70", recovered(report));
        assertEquals(Map.of(Source.BREAKDOWN, 1), report.dropped());
    }

    @Test
    void partsAboveTheirTotalProveNothing() {
        AuditReport report = audit(new Published("r1")
                .victims("AUT._T._T._T", "10")
                .victims("AUT.F._T._T", "12")
                .victims("AUT.M._T._T", "?"));
        assertTrue(report.isSafe());
    }

    @Test
    void contradictionsThatShowOnlyTogetherAreGivenUp() {
        // By sex, 6 are left for M and _U; by age and sex, M alone has at least 8.
        AuditReport report = audit(new Published("r1")
                .victims("AUT._T._T._T", "20")
                .victims("AUT.F._T._T", "14")
                .victims("AUT.M._T._T", "?")
                .victims("AUT._U._T._T", "?")
                .victims("AUT.M.Y0T17._T", "8")
                .victims("AUT.M.Y_GE18._T", "?"));
        assertEquals(List.of(), report.notProven());
        assertTrue(report.dropped().values().stream().mapToInt(n -> n).sum() > 0);
    }

    @Test
    void singleCitizenshipsBesideAllForeignersArePartOfThem() {
        Published release = new Published("r1")
                .put("VICTIMS_CITIZENSHIP", "A.AUT._T._T.NUMBER.2015", "50")
                .put("VICTIMS_CITIZENSHIP", "A.AUT.NAT._T.NUMBER.2015", "?")
                .put("VICTIMS_CITIZENSHIP", "A.AUT.FOR._T.NUMBER.2015", "47")
                .put("VICTIMS_CITIZENSHIP", "A.AUT.ROU._T.NUMBER.2015", "30")
                .put("VICTIMS_CITIZENSHIP", "A.AUT.BGR._T.NUMBER.2015", "12");
        assertEquals("r1 A.AUT.NAT._T.NUMBER.2015=3", recovered(audit(release)));
    }

    @Test
    void personsOfAStageStandInTheirCitizenshipsToo() {
        Published release = new Published("r1")
                .put("PERSONS", "A.AUT.CONVICTED._T._T.NUMBER.2015", "?")
                .put("PERSONS", "A.AUT.SUSPECTED._T._T.NUMBER.2015", "?")
                .put("PERSONS_CITIZENSHIP", "A.AUT.CONVICTED._T.NUMBER.2015", "4");
        assertOnlyBy(Source.LINK, "r1 A.AUT.CONVICTED._T._T.NUMBER.2015=4", release);
    }

    @Test
    void repatriatedVictimsAreTakenForAllVictims() {
        Published release = new Published("r1")
                .victims("AUT._T._T._T", "?")
                .put("VICTIMS_REPATRIATION", "A.AUT._T.NUMBER.2015", "4");
        assertOnlyBy(Source.LINK, "r1 A.AUT._T._T._T.NUMBER.2015=4", release);
    }

    @Test
    void supportThatOnePersonGetsInSeveralFormsAddsUpToNothing() {
        AuditReport report = audit(new Published("r1")
                .victims("AUT._T._T._T", "9")
                .put("VICTIMS_SUPPORT", "A.AUT._T._T.NUMBER.2015", "?")
                .put("VICTIMS_SUPPORT", "A.AUT.ASSISTANCE._T.NUMBER.2015", "6"));
        assertTrue(report.isSafe());
    }

    @Test
    void aFigureThatIsTheSameInThreeReleasesIsOneUnknown() {
        Published[] releases = new Published[3];
        for (int i = 0; i < 3; i++) {
            releases[i] = new Published("r" + i)
                    .victims("AUT._T._T._T", "20")
                    .victims("AUT.F._T._T", "?")
                    .victims("AUT.M._T._T", "?");
        }
        assertTrue(audit(releases).isSafe());
        releases[1].put("VICTIMS_CITIZENSHIP", "A.AUT._T.M.NUMBER.2015", "4");
        assertEquals(6, audit(releases).recoverable().size());
    }
}
