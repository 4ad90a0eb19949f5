package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class MaskedValueRecoverableTest {

    private static final String ID = "masked-value-recoverable";
    private static final String TOTAL = victims("_T._T._T");
    private static final String WOMEN = victims("F._T._T");
    private static final String MEN = victims("M._T._T");
    private static final String UNKNOWN = victims("_U._T._T");
    private static final String CITIZENS = "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

    private final MaskedValueRecoverable rule = new MaskedValueRecoverable();

    private static String victims(String codes) {
        return "AUT." + codes + ".NUMBER.2016";
    }

    private Finding only(SampleRows rows) {
        List<Finding> findings = rows.check(rule);
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }

    private void assertNone(SampleRows rows) {
        assertEquals(List.of(), rows.check(rule));
    }

    @Test
    void theTotalAndTheMenGiveAwayTheWomen() {
        Finding finding = only(SampleRows.victims().row(TOTAL, 30).masked(WOMEN).row(MEN, 27));
        assertEquals(Severity.INFORMATION, finding.severity());
        assertEquals(3, finding.line());
        assertEquals("F", finding.key().get("SEX"));
        assertEquals(List.of(), finding.related());
        Map<String, Object> parameters = finding.parameters();
        assertEquals("SEX", parameters.get("place"));
        assertEquals("_T, M", parameters.get("figures"));
        assertEquals("F", parameters.get("code"));
        assertEquals("SEX=M", parameters.get("complements"));
        assertEquals(0, parameters.get("more"));
    }

    /** So many areas and years are shared by two threads. */
    @Test
    void eachOfManyYearsHasItsOwnFindingInTheOrderOfAreasAndYears() {
        SampleRows rows = SampleRows.victims();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String area = List.of("AUT", "BEL", "CHE", "DNK", "EST").get(i / 20);
            String year = Integer.toString(2000 + i % 20);
            rows.row(area + "._T._T._T.NUMBER." + year, 30)
                    .masked(area + ".F._T._T.NUMBER." + year)
                    .row(area + ".M._T._T.NUMBER." + year, 27);
            expected.add(area + " F " + year + " line " + (3 + 3 * i));
        }
        assertEquals(
                expected,
                rows.check(rule).stream()
                        .map(found ->
                                found.key().get("REF_AREA") + " " + found.key().get("SEX") + " "
                                        + found.key().get("TIME_PERIOD") + " line " + found.line())
                        .toList());
    }

    @Test
    void theSentencesNameTheFiguresButNotTheValue() {
        List<String> said = Given.rows("AUT,_T,_T,_T,2016,30,A", "AUT,F,_T,_T,2016,,Q", "AUT,M,_T,_T,2016,27,A")
                .says();
        assertEquals("In SEX, the figures for _T, M give away the masked count for F.", said.get(0));
        assertEquals(
                "Withhold SEX=M, too. Mask a count of up to 4 with OBS_STATUS Q. For a larger figure set "
                        + "CONF_STATUS to N.",
                said.get(1));
    }

    @Test
    void whoFollowsTheRemedyIsNotToldAgain() {
        String rows = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n"
                + "AUT,_T,_T,_T,2016,30,A,\nAUT,F,_T,_T,2016,,Q,\n";
        assertEquals(1, Given.file(rows + "AUT,M,_T,_T,2016,27,A,F\n").found(ID).size());
        assertEquals(List.of(), Given.file(rows + "AUT,M,_T,_T,2016,27,A,N\n").found(ID));
        only(SampleRows.victims().row(TOTAL, 5).masked(WOMEN).row(MEN, 3));
        assertNone(SampleRows.victims().row(TOTAL, 5).masked(WOMEN).masked(MEN));
    }

    @Test
    void aCountThatCanOnlyBeZeroDescribesNobody() {
        assertNone(SampleRows.victims().row(TOTAL, 27).masked(WOMEN).row(MEN, 27));
        assertNone(SampleRows.victims().row(TOTAL, 0).masked(WOMEN).masked(MEN));
    }

    @Test
    void twoMaskedCountsWithRoomAreSafe() {
        assertNone(SampleRows.victims()
                .row(TOTAL, 30)
                .masked(WOMEN)
                .masked(UNKNOWN)
                .row(MEN, 27));
    }

    @Test
    void theLargestMaskedCountsAreFoundWithoutAnyOtherPart() {
        Finding finding = only(SampleRows.victims().row(TOTAL, 8).masked(WOMEN).masked(MEN));
        assertEquals(3, finding.line());
        assertEquals(List.of(new Finding.Related(4, "0-4")), finding.related());
        assertEquals(1, finding.parameters().get("more"));
        assertEquals("none", finding.parameters().get("remedy"));
        assertEquals("", finding.parameters().get("complements"));
    }

    @Test
    void aMaskedTotalFollowsFromItsParts() {
        Finding finding = only(SampleRows.victims().masked(TOTAL).row(WOMEN, 1).row(MEN, 2));
        assertEquals(2, finding.line());
        assertEquals("SEX=F, SEX=M", finding.parameters().get("complements"));
    }

    @Test
    void aTotalAboveAllItsPartsHasPartsThatNobodyReported() {
        assertNone(SampleRows.victims().row(TOTAL, 40).masked(WOMEN).row(MEN, 27));
    }

    @Test
    void partsAboveTheirTotalSayNothing() {
        assertNone(SampleRows.victims().row(TOTAL, 26).masked(WOMEN).row(MEN, 27));
    }

    @Test
    void aPartThatIsSaidToBeMissingMayHoldTheRest() {
        assertNone(
                SampleRows.victims().row(TOTAL, 30).masked(WOMEN).row(MEN, 27).missing(UNKNOWN));
        // But a total of at most 4 with a part of 4 is 4.
        assertEquals(
                2,
                only(SampleRows.victims().masked(TOTAL).row(MEN, 4).missing(UNKNOWN))
                        .line());
    }

    @Test
    void finerCodesGiveAwayOneAnother() {
        Finding finding = only(SampleRows.victims()
                .row(victims("_T.Y0T17._T"), 8)
                .masked(victims("_T.Y0T11._T"))
                .row(victims("_T.Y12T17._T"), 6));
        assertEquals("AGE=Y12T17, AGE=Y0T17", finding.parameters().get("complements"));
    }

    @Test
    void severalSumsTogetherGiveACountAway() {
        // The boys are 9 - 7 = 2, so the girls are 6 - 2 = 4.
        Finding finding = only(SampleRows.victims()
                .masked(victims("F.Y0T17._T"))
                .masked(victims("M.Y0T17._T"))
                .row(victims("_T.Y0T17._T"), 6)
                .row(MEN, 9)
                .row(victims("M.Y_GE18._T"), 7));
        assertEquals(2, finding.line());
        assertEquals("several", finding.parameters().get("basis"));
        assertEquals("SEX=F AGE=Y0T17", finding.parameters().get("code"));
        assertEquals("AGE=Y0T17, SEX=M, SEX=M AGE=Y_GE18", finding.parameters().get("figures"));
        assertEquals("SEX=M AGE=Y_GE18, AGE=Y0T17, SEX=M", finding.parameters().get("complements"));
        assertEquals(List.of(new Finding.Related(3, "0-4")), finding.related());
    }

    @Test
    void whereOneComplementIsNotEnoughAllAreNamed() {
        Finding finding = only(SampleRows.victims()
                .row(TOTAL, 26)
                .row(WOMEN, 10)
                .row(MEN, 16)
                .row(victims("_T.Y0T17._T"), 9)
                .row(victims("_T.Y_GE18._T"), 17)
                .masked(victims("F.Y0T17._T"))
                .row(victims("M.Y0T17._T"), 7)
                .row(victims("F.Y_GE18._T"), 8)
                .row(victims("M.Y_GE18._T"), 9));
        assertEquals("SEX (AGE=Y0T17)", finding.parameters().get("place"));
        assertEquals("all", finding.parameters().get("remedy"));
        assertEquals(
                "SEX=M AGE=Y0T17, SEX=F AGE=Y_GE18, SEX=M AGE=Y_GE18",
                finding.parameters().get("complements"));
    }

    @Test
    void aZeroIsTheLastComplement() {
        Finding finding = only(
                SampleRows.victims().row(TOTAL, 30).masked(WOMEN).row(MEN, 27).row(UNKNOWN, 0));
        assertEquals("SEX=M, SEX=_U", finding.parameters().get("complements"));
    }

    @Test
    void sumsThatContradictOneAnotherEachGiveTheCountAway() {
        // The girls are 9 - 7 = 2 by sex, but 10 - 7 = 3 by age.
        assertEquals(
                4,
                only(SampleRows.victims()
                                .row(WOMEN, 10)
                                .row(victims("_T.Y0T17._T"), 9)
                                .masked(victims("F.Y0T17._T"))
                                .row(victims("M.Y0T17._T"), 7)
                                .row(victims("F.Y_GE18._T"), 7))
                        .line());
    }

    @Test
    void severalFormsAVictimLeaveRoom() {
        SampleRows once = SampleRows.victims().row(TOTAL, 10).row(victims("_T._T.SEX"), 7);
        assertEquals(4, only(once.masked(victims("_T._T.LAB"))).line());
        SampleRows several = SampleRows.victims().multiResponse(TOTAL, 10).multiResponse(victims("_T._T.SEX"), 7);
        assertNone(several.masked(victims("_T._T.LAB")));
        // All 11 victims have a form, and 7 have the other one.
        SampleRows full = SampleRows.victims().multiResponse(TOTAL, 11).multiResponse(victims("_T._T.SEX"), 7);
        assertEquals(4, only(full.masked(victims("_T._T.LAB"))).line());
    }

    @Test
    void kindsOfSupportOverlap() {
        assertNone(SampleRows.support()
                .row("AUT._T._T.NUMBER.2016", 10)
                .row("AUT.ASSISTANCE._T.NUMBER.2016", 7)
                .masked("AUT.RESIDENCE_PERMIT._T.NUMBER.2016"));
    }

    @Test
    void figuresAcceptedBeforeCountToo() {
        assertEquals(
                3,
                only(SampleRows.victims().row(TOTAL, 30).masked(WOMEN).old(MEN, 27))
                        .line());
        Finding accepted = only(SampleRows.victims().row(TOTAL, 30).row(MEN, 27).oldMasked(WOMEN));
        assertEquals(2, accepted.line());
        assertEquals("F", accepted.key().get("SEX"));
        // Accepted data come in any order.
        SampleRows first = SampleRows.victims().row(TOTAL, 8).oldMasked(WOMEN).oldMasked(MEN);
        SampleRows second = SampleRows.victims().row(TOTAL, 8).oldMasked(MEN).oldMasked(WOMEN);
        assertEquals(first.check(rule), second.check(rule));
    }

    @Test
    void aFigureThatNobodySeesHelpsNobody() {
        assertNone(SampleRows.victims().row(TOTAL, 30).masked(WOMEN).confidential(MEN, 27));
        assertNone(SampleRows.victims().row(TOTAL, 30).masked(WOMEN).withheld(MEN));
        assertNone(SampleRows.victims().row(TOTAL, 30).row(MEN, 27).withheld(WOMEN));
    }

    @Test
    void erroneousRowsAreNotUsed() {
        assertNone(SampleRows.victims().row(TOTAL, 30).masked(WOMEN).faulty(MEN, 27));
    }

    @Test
    void everyAreaAndYearIsReportedOnce() {
        SampleRows rows = SampleRows.victims();
        for (String year : List.of("2015", "2016")) {
            rows.row("AUT._T._T._T.NUMBER." + year, 30)
                    .masked("AUT.F._T._T.NUMBER." + year)
                    .row("AUT.M._T._T.NUMBER." + year, 27)
                    .masked("AUT._T.Y0T17._T.NUMBER." + year)
                    .row("AUT._T.Y_GE18._T.NUMBER." + year, 28);
        }
        assertEquals(List.of(3, 8), rows.check(rule).stream().map(Finding::line).toList());
    }

    @Test
    void aDeploymentMakesItAWarning() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 30).masked(WOMEN).row(MEN, 27);
        assertEquals(
                Severity.WARNING, only(rows.setting(ID, "severity=warning")).severity());
    }

    @Test
    void foreignersAreReadInTheOneWayThatIsPossible() {
        String most = "AUT,_T,_T,2016,62,A\nAUT,NAT,_T,2016,,Q\nAUT,FOR,_T,2016,60,A\nAUT,ROU,_T,2016,30,A\n";
        assertEquals(List.of("3"), lines(CITIZENS + most));
        // With the Romanians among the foreigners there are 3 nationals, otherwise 1.
        String open = "AUT,_T,_T,2016,12,A\nAUT,NAT,_T,2016,,Q\nAUT,FOR,_T,2016,9,A\nAUT,ROU,_T,2016,2,A\n";
        assertEquals(List.of(), lines(CITIZENS + open));
    }

    @Test
    void theNationalsAreTheOwnCitizens() {
        assertEquals(List.of("3"), lines(CITIZENS + "AUT,_T,_T,2016,90,A\nAUT,NAT,_T,2016,,Q\nAUT,AUT,_T,2016,3,A\n"));
    }

    private static List<String> lines(String text) {
        return Given.file(text).to("VICTIMS_CITIZENSHIP").found(ID).stream()
                .map(line -> line.split(" ")[1])
                .toList();
    }
}
