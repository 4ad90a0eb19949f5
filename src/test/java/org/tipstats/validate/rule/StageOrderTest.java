package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;

class StageOrderTest {

    private static final String HEADER = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    private static final String PROSECUTED = "A.AUT.PROSECUTED._T._T.NUMBER.2016";
    private static final String CONVICTED = "A.AUT.CONVICTED._T._T.NUMBER.2016";

    private static Given persons(String... rows) {
        return Given.file(HEADER + String.join("\n", rows) + "\n").to("PERSONS");
    }

    private static List<String> found(Given given) {
        return given.found("stage-order");
    }

    @Test
    void moreAtALaterStageIsReportedOnThatStage() {
        Given given = persons("AUT,PROSECUTED,_T,_T,2016,12,A", "AUT,CONVICTED,_T,_T,2016,15,A");
        assertEquals(List.of("stage-order 3 OBS_VALUE \"15\" []"), found(given));
        Finding finding = given.findings().get(0);
        assertEquals(
                Map.of(
                        "stage",
                        "CONVICTED",
                        "earlier",
                        "PROSECUTED",
                        "count",
                        15L,
                        "earlierCount",
                        12L,
                        "difference",
                        3L,
                        "more",
                        0),
                finding.parameters());
        assertEquals(List.of(new Finding.Related(2, "12")), finding.related());
    }

    @Test
    void eachStageIsComparedWithTheOneBeforeItOnly() {
        assertEquals(List.of(), found(persons("AUT,SUSPECTED,_T,_T,2016,12,A", "AUT,CONVICTED,_T,_T,2016,15,A")));
        assertEquals(
                List.of("stage-order 2 OBS_VALUE \"9\" []", "stage-order 4 OBS_VALUE \"10\" []"),
                found(persons(
                        "AUT,PROSECUTED,_T,_T,2016,9,A",
                        "AUT,SUSPECTED,_T,_T,2016,8,A",
                        "AUT,CONVICTED,_T,_T,2016,10,A")));
    }

    @Test
    void whatIsTrueOfTheTotalIsNotSaidAgainOfItsParts() {
        Given given = persons(
                "AUT,PROSECUTED,_T,_T,2016,12,A",
                "AUT,PROSECUTED,F,_T,2016,2,A",
                "AUT,CONVICTED,F,_T,2016,5,A",
                "AUT,CONVICTED,_T,_T,2016,15,A");
        assertEquals(List.of("stage-order 5 OBS_VALUE \"15\" []"), found(given));
        Finding finding = given.findings().stream()
                .filter(f -> f.rule().equals("stage-order"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, finding.parameters().get("more"));
    }

    @Test
    void aPartAloneIsReported() {
        Given given = persons(
                "AUT,PROSECUTED,_T,_T,2016,12,A",
                "AUT,PROSECUTED,F,_T,2016,2,A",
                "AUT,CONVICTED,F,_T,2016,5,A",
                "AUT,CONVICTED,_T,_T,2016,12,A");
        assertEquals(List.of("stage-order 4 OBS_VALUE \"5\" []"), found(given));
    }

    @Test
    void aMaskedFigureIsAnythingBelowTheThreshold() {
        assertEquals(List.of(), found(persons("AUT,PROSECUTED,_T,_T,2016,,Q", "AUT,CONVICTED,_T,_T,2016,4,A")));
        assertEquals(
                List.of("stage-order 3 OBS_VALUE \"5\" []"),
                found(persons("AUT,PROSECUTED,_T,_T,2016,,Q", "AUT,CONVICTED,_T,_T,2016,5,A")));
    }

    @Test
    void theOtherStageMayHaveBeenAcceptedBefore() {
        assertEquals(
                List.of("stage-order 2 OBS_VALUE \"15\" []"),
                found(persons("AUT,CONVICTED,_T,_T,2016,15,A").holding("PERSONS", PROSECUTED, 12)));
        assertEquals(
                List.of("stage-order 2 OBS_VALUE - []"),
                found(persons("AUT,PROSECUTED,_T,_T,2016,12,A").holding("PERSONS", CONVICTED, 15)));
        assertEquals(
                List.of(),
                found(persons("AUT,SUSPECTED,_T,_T,2016,50,A")
                        .holding("PERSONS", PROSECUTED, 12)
                        .holding("PERSONS", CONVICTED, 15)));
    }

    @Test
    void anErroneousRowIsNotCompared() {
        assertEquals(
                List.of(),
                found(persons(
                        "AUT,PROSECUTED,_T,_T,2016,12,A",
                        "AUT,PROSECUTED,_T,_T,2016,12,A",
                        "AUT,CONVICTED,_T,_T,2016,15,A")));
        assertEquals(
                List.of(),
                found(persons(
                        "AUT,PROSECUTED,_T,_T,2016,12,A",
                        "AUT,CONVICTED,W,_T,2016,15,A",
                        "AUT,CONVICTED,_T,_T,2016,15,A")));
    }

    @Test
    void theSentencesSayWhyItMayBeRight() {
        List<String> says = persons("AUT,PROSECUTED,_T,_T,2016,12,A", "AUT,CONVICTED,_T,_T,2016,15,A")
                .says();
        assertEquals("CONVICTED is 15 but PROSECUTED is 12: at least 3 more.", says.get(0));
    }
}
