package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;

/** Compares persons by citizenship, repatriated persons and supported persons with all persons in another dataflow. */
class ExceedsOtherDataflowTest {

    private static final String VICTIMS = "A.AUT._T._T._T.NUMBER.2016";
    private static final String WOMEN = "A.AUT.F._T._T.NUMBER.2016";

    private static final String CITIZENS = "A.AUT._T._T.NUMBER.2016";

    private static Given citizens(String... rows) {
        String header = "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
        return Given.file(header + String.join("\n", rows) + "\n").to("VICTIMS_CITIZENSHIP");
    }

    private static List<String> found(Given given) {
        return given.found("citizenship-exceeds-victims");
    }

    @Test
    void partsThatAddUpToMoreThanAllVictimsAreReportedOnTheFirst() {
        Given given = citizens("AUT,ROU,_T,2016,30,A", "AUT,NGA,_T,2016,25,A").holding("VICTIMS", VICTIMS, 50);
        assertEquals(List.of("citizenship-exceeds-victims 2 OBS_VALUE - []"), found(given));
        Finding finding = given.findings().stream()
                .filter(f -> f.rule().equals("citizenship-exceeds-victims"))
                .findFirst()
                .orElseThrow();
        assertEquals(Map.of("sum", 55L, "other", "VICTIMS", "total", 50L, "difference", 5L), finding.parameters());
        assertEquals(
                List.of("difference", "other", "sum", "total"),
                List.copyOf(finding.parameters().keySet()),
                "stored findings have the same bytes in every run");
        assertEquals("_T", finding.key().get("CITIZENSHIP"));
        assertEquals(List.of(new Finding.Related(2, "30"), new Finding.Related(3, "25")), finding.related());
    }

    @Test
    void asManyAsThereAreVictimsIsFine() {
        assertEquals(
                List.of(),
                found(citizens("AUT,ROU,_T,2016,30,A", "AUT,NGA,_T,2016,20,A").holding("VICTIMS", VICTIMS, 50)));
    }

    @Test
    void whereTheTotalHasARowItIsComparedAndNotItsParts() {
        assertEquals(
                List.of("citizenship-exceeds-victims 2 OBS_VALUE \"51\" []"),
                found(citizens("AUT,_T,_T,2016,51,A", "AUT,ROU,_T,2016,30,A").holding("VICTIMS", VICTIMS, 50)));
        assertEquals(
                List.of(),
                found(citizens("AUT,_T,_T,2016,50,A", "AUT,ROU,_T,2016,60,A").holding("VICTIMS", VICTIMS, 50)));
    }

    @Test
    void theSexIsTheSameOnBothSides() {
        assertEquals(
                List.of("citizenship-exceeds-victims 2 OBS_VALUE - []"),
                found(citizens("AUT,ROU,F,2016,30,A", "AUT,ROU,M,2016,30,A")
                        .holding("VICTIMS", VICTIMS, 80)
                        .holding("VICTIMS", WOMEN, 20)));
    }

    @Test
    void whatIsTrueOfBothSexesIsNotSaidAgainOfOne() {
        assertEquals(
                List.of("citizenship-exceeds-victims 3 OBS_VALUE - []"),
                found(citizens("AUT,ROU,F,2016,30,A", "AUT,ROU,_T,2016,90,A")
                        .holding("VICTIMS", VICTIMS, 80)
                        .holding("VICTIMS", WOMEN, 20)));
    }

    @Test
    void foreignersBesideCountriesAreCountedOnceAndTheAreasOwnCodeIsThatOfNationals() {
        assertEquals(
                List.of(),
                found(citizens(
                                "AUT,FOR,_T,2016,40,A",
                                "AUT,ROU,_T,2016,30,A",
                                "AUT,NAT,_T,2016,10,A",
                                "AUT,AUT,_T,2016,10,A")
                        .holding("VICTIMS", VICTIMS, 50)));
    }

    @Test
    void aMaskedPartCountsAsNoneAndMaskedVictimsAsFour() {
        assertEquals(
                List.of(),
                found(citizens("AUT,ROU,_T,2016,4,A", "AUT,NGA,_T,2016,,Q").holding("VICTIMS", VICTIMS, -1)));
        assertEquals(
                List.of("citizenship-exceeds-victims 2 OBS_VALUE - []"),
                found(citizens("AUT,ROU,_T,2016,5,A", "AUT,NGA,_T,2016,,Q").holding("VICTIMS", VICTIMS, -1)));
    }

    @Test
    void partsAcceptedBeforeAreAdded() {
        assertEquals(
                List.of("citizenship-exceeds-victims 2 OBS_VALUE - []"),
                found(citizens("AUT,ROU,_T,2016,30,A")
                        .holding("VICTIMS_CITIZENSHIP", "A.AUT.NGA._T.NUMBER.2016", 25)
                        .holding("VICTIMS", VICTIMS, 50)));
    }

    @Test
    void anErroneousRowAmongThePartsIsWaitedFor() {
        assertEquals(
                List.of(),
                found(citizens("AUT,ROU,_T,2016,60,A", "AUT,NGA,_T,2016,x,A").holding("VICTIMS", VICTIMS, 50)));
    }

    @Test
    void withoutVictimsItIsNotRun() {
        assertTrue(citizens("AUT,ROU,_T,2016,30,A").report().notRun().contains("citizenship-exceeds-victims"));
        Given compared = citizens("AUT,ROU,_T,2016,30,A").holding("VICTIMS", VICTIMS, 50);
        assertTrue(compared.report().passed().contains("citizenship-exceeds-victims"));
        assertTrue(compared.report().notRun().contains("repatriation-exceeds-victims"));
    }

    @Test
    void personsByCitizenshipAreComparedAtTheirStage() {
        Given given = Given.file("REF_AREA,STAGE,CITIZENSHIP,TIME_PERIOD,OBS_VALUE\n"
                        + "AUT,CONVICTED,ROU,2016,9\nAUT,PROSECUTED,ROU,2016,9\n")
                .to("PERSONS_CITIZENSHIP")
                .holding("PERSONS", "A.AUT.CONVICTED._T._T.NUMBER.2016", 8)
                .holding("PERSONS", "A.AUT.PROSECUTED._T._T.NUMBER.2016", 9);
        assertEquals(
                List.of("citizenship-exceeds-persons 2 OBS_VALUE - []"), given.found("citizenship-exceeds-persons"));
    }

    @Test
    void repatriatedVictimsAreComparedWithAll() {
        Given given = Given.file("REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE\nAUT,MDA,2016,40\n")
                .to("VICTIMS_REPATRIATION")
                .holding("VICTIMS", VICTIMS, 25);
        assertEquals(
                List.of("repatriation-exceeds-victims 2 OBS_VALUE - []"), given.found("repatriation-exceeds-victims"));
    }

    @Test
    void kindsOfSupportAreNotAddedUp() {
        String header = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE\n";
        Given several = Given.file(header + "AUT,ASSISTANCE,_T,2016,20\nAUT,RESIDENCE_PERMIT,_T,2016,20\n")
                .to("VICTIMS_SUPPORT")
                .holding("VICTIMS", VICTIMS, 25);
        assertEquals(List.of(), several.found("support-exceeds-victims"));
        Given one = Given.file(header + "AUT,ASSISTANCE,_T,2016,26\nAUT,RESIDENCE_PERMIT,_T,2016,20\n")
                .to("VICTIMS_SUPPORT")
                .holding("VICTIMS", VICTIMS, 25);
        assertEquals(List.of("support-exceeds-victims 2 OBS_VALUE - []"), one.found("support-exceeds-victims"));
    }

    private static Given victims(String... rows) {
        return Given.rows(rows);
    }

    private static Finding only(Given given, String rule) {
        List<Finding> found =
                given.findings().stream().filter(f -> f.rule().equals(rule)).toList();
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    @Test
    void aTotalBelowTheCitizensAcceptedBeforeIsReportedOnItsRow() {
        Given given = victims("AUT,_T,_T,_T,2016,10,A").holding("VICTIMS_CITIZENSHIP", CITIZENS, 20);
        Finding finding = only(given, "citizenship-exceeds-victims");
        assertEquals("citizenship-exceeds-victims 2 OBS_VALUE \"10\" []", Given.line(finding));
        assertEquals(
                Map.of("sum", 20L, "other", "VICTIMS_CITIZENSHIP", "total", 10L, "difference", 10L, "variant", "total"),
                finding.parameters());
        assertEquals("_T", finding.key().get("EXPLOITATION"));
        assertEquals(List.of(), finding.related());
        Sentences sentences = new Sentences(RuleTexts.in("en"), given.flow().structure());
        assertEquals(
                "The total here is 10, but VICTIMS_CITIZENSHIP has 20 victims by citizenship for the same country or area and year:"
                        + " at least 10 too many.",
                sentences.message(finding));
        assertEquals(
                "Correct the total here or send the right figures to VICTIMS_CITIZENSHIP. If they come from different"
                        + " sources, say so in the justification.",
                sentences.fix(finding));
    }

    @Test
    void citizensAcceptedBeforeWithoutATotalAreAddedUp() {
        Given given = victims("AUT,_T,_T,_T,2016,50,A")
                .holding("VICTIMS_CITIZENSHIP", "A.AUT.ROU._T.NUMBER.2016", 30)
                .holding("VICTIMS_CITIZENSHIP", "A.AUT.NGA._T.NUMBER.2016", 25);
        assertEquals(List.of("citizenship-exceeds-victims 2 OBS_VALUE \"50\" []"), found(given));
        assertEquals(
                55L, only(given, "citizenship-exceeds-victims").parameters().get("sum"));
        assertEquals(
                List.of(),
                found(victims("AUT,_T,_T,_T,2016,55,A")
                        .holding("VICTIMS_CITIZENSHIP", "A.AUT.ROU._T.NUMBER.2016", 30)
                        .holding("VICTIMS_CITIZENSHIP", "A.AUT.NGA._T.NUMBER.2016", 25)));
    }

    @Test
    void whichOfTheTwoIsSentFirstMakesNoDifference() {
        Seeds.check(200, random -> {
            int rumanians = random.nextInt(6);
            int nigerians = random.nextInt(6);
            int all = random.nextInt(12) - 1;
            String total = all < 0 ? ",Q" : all + ",A";
            boolean women = random.nextBoolean();
            String sex = women ? "F" : "_T";
            Given citizensLater = citizens(
                            "AUT,ROU," + sex + ",2016," + rumanians + ",A",
                            "AUT,NGA," + sex + ",2016," + nigerians + ",A")
                    .holding("VICTIMS", women ? WOMEN : VICTIMS, all);
            Given victimsLater = victims("AUT," + sex + ",_T,_T,2016," + total)
                    .holding("VICTIMS_CITIZENSHIP", "A.AUT.ROU." + sex + ".NUMBER.2016", rumanians)
                    .holding("VICTIMS_CITIZENSHIP", "A.AUT.NGA." + sex + ".NUMBER.2016", nigerians);
            boolean tooMany = rumanians + nigerians > (all < 0 ? 4 : all);
            assertEquals(tooMany ? 1 : 0, found(citizensLater).size());
            assertEquals(tooMany ? 1 : 0, found(victimsLater).size());
        });
    }

    @Test
    void onlyTheTotalsOfTheFileAreComparedAndEachWithItsYearAndSex() {
        assertEquals(
                List.of("citizenship-exceeds-victims 3 OBS_VALUE \"9\" []"),
                found(victims(
                                "AUT,_T,_T,_T,2015,1,A",
                                "AUT,F,_T,_T,2016,9,A",
                                "AUT,_T,_T,SEX,2016,1,A",
                                "AUT,M,_T,_T,2016,1,A")
                        .holding("VICTIMS_CITIZENSHIP", "A.AUT._T.F.NUMBER.2016", 10)
                        .holding("VICTIMS_CITIZENSHIP", CITIZENS, 20)));
    }

    @Test
    void aTotalThatTheFileDoesNotTouchIsNotTheFilesAffair() {
        assertEquals(
                List.of(),
                found(victims("AUT,F,_T,_T,2016,10,A")
                        .holding("VICTIMS", VICTIMS, 10)
                        .holding("VICTIMS_CITIZENSHIP", CITIZENS, 20)));
    }

    @Test
    void anErroneousTotalIsWaitedFor() {
        Given given = victims("AUT,_T,_T,_T,2016,10,A", "AUT,_T,_T,_T,2016,30,A")
                .holding("VICTIMS_CITIZENSHIP", CITIZENS, 20);
        assertEquals(List.of(), found(given));
        assertEquals(
                List.of(),
                found(victims("AUT,_T,_T,_T,2016,10,A", "AUT,X,_T,_T,2016,5,A")
                        .holding("VICTIMS_CITIZENSHIP", CITIZENS, 20)));
    }

    @Test
    void withoutWhatTheOtherDataflowsBreakDownItIsNotRun() {
        Given given = victims("AUT,_T,_T,_T,2016,10,A").holding("VICTIMS_CITIZENSHIP", CITIZENS, 10);
        assertTrue(given.report().passed().contains("citizenship-exceeds-victims"));
        for (String rule :
                List.of("repatriation-exceeds-victims", "support-exceeds-victims", "citizenship-exceeds-persons")) {
            assertTrue(given.report().notRun().contains(rule), rule);
        }
        assertTrue(victims("AUT,_T,_T,_T,2016,10,A").report().notRun().contains("citizenship-exceeds-victims"));
    }

    @Test
    void victimsAreComparedWithThoseRepatriatedAndSupportedToo() {
        Given given = victims("AUT,_T,_T,_T,2016,25,A")
                .holding("VICTIMS_REPATRIATION", "A.AUT.MDA.NUMBER.2016", 40)
                .holding("VICTIMS_SUPPORT", "A.AUT.ASSISTANCE._T.NUMBER.2016", 26)
                .holding("VICTIMS_SUPPORT", "A.AUT.RESIDENCE_PERMIT._T.NUMBER.2016", 20);
        assertEquals(
                40L, only(given, "repatriation-exceeds-victims").parameters().get("sum"));
        assertEquals(26L, only(given, "support-exceeds-victims").parameters().get("sum"));
        Given notAddedUp = victims("AUT,_T,_T,_T,2016,26,A")
                .holding("VICTIMS_SUPPORT", "A.AUT.ASSISTANCE._T.NUMBER.2016", 26)
                .holding("VICTIMS_SUPPORT", "A.AUT.RESIDENCE_PERMIT._T.NUMBER.2016", 20);
        assertEquals(List.of(), notAddedUp.found("support-exceeds-victims"));
    }

    @Test
    void personsAreComparedWithThoseByCitizenshipAtTheirStage() {
        Given given = Given.file("REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n"
                        + "AUT,CONVICTED,_T,_T,2016,8\nAUT,PROSECUTED,_T,_T,2016,9\n")
                .to("PERSONS")
                .holding("PERSONS_CITIZENSHIP", "A.AUT.CONVICTED.ROU.NUMBER.2016", 9)
                .holding("PERSONS_CITIZENSHIP", "A.AUT.PROSECUTED.ROU.NUMBER.2016", 9);
        assertEquals(
                List.of("citizenship-exceeds-persons 2 OBS_VALUE \"8\" []"),
                given.found("citizenship-exceeds-persons"));
    }
}
