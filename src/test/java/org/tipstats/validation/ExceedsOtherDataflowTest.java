package org.tipstats.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.report.Finding;

/** Persons by citizenship, repatriated, or supported, against all persons in another dataflow. */
class ExceedsOtherDataflowTest {

    private static final String VICTIMS = "A.AUT._T._T._T.NUMBER.2016";
    private static final String WOMEN = "A.AUT.F._T._T.NUMBER.2016";

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
}
