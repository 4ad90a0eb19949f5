package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;

class UnknownCodeTest {

    private static List<String> sex(String cell) {
        return Given.rows("AUT," + cell + ",_T,_T,2016,12,").found();
    }

    private static List<String> area(String cell) {
        return Given.rows("\"" + cell + "\",F,_T,_T,2016,12,").found();
    }

    @Test
    void codesAreAcceptedWithBlanksAroundThem() {
        assertEquals(List.of(), sex("F"));
        assertEquals(List.of("text-trimmed 2 SEX \" F \" [F]"), sex(" F "));
    }

    @Test
    void anotherSpellingSuggestsTheCode() {
        assertEquals(List.of("unknown-code 2 SEX \"f\" [F]"), sex("f"));
        assertEquals(List.of("unknown-code 2 SEX \"T\" [_T]"), sex("T"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"aut\" [AUT]"), area("aut"));
    }

    @Test
    void whatPeopleCallACodeSuggestsIt() {
        assertEquals(List.of("unknown-code 2 SEX \"W\" [F]"), sex("W"));
        assertEquals(List.of("unknown-code 2 SEX \"BOTHSEX\" [_T]"), sex("BOTHSEX"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"UK\" [GBR]"), area("UK"));
        assertEquals(
                List.of("\"W\" is not a code of SEX.", "Use F (Female)."),
                Given.rows("AUT,W,_T,_T,2016,12,").says());
    }

    @Test
    void aNameInAnyLanguageSuggestsTheCode() {
        assertEquals(List.of("unknown-code 2 SEX \"Female\" [F]"), sex("Female"));
        assertEquals(List.of("unknown-code 2 SEX \"femmes\" [F]"), sex("femmes"));
        assertEquals(List.of("unknown-code 2 SEX \"Мужчины\" [M]"), sex("Мужчины"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"Autriche\" [AUT]"), area("Autriche"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"奥地利\" [AUT]"), area("奥地利"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"COTE D'IVOIRE\" [CIV]"), area("COTE D'IVOIRE"));
    }

    @Test
    void twoLetterAndNumberCodesSuggestTheArea() {
        assertEquals(List.of("unknown-code 2 REF_AREA \"AT\" [AUT]"), area("AT"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"NA\" [NAM]"), area("NA"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"040\" [AUT]"), area("040"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"40\" [AUT]"), area("40"));
    }

    @Test
    void aSlipSuggestsWhatIsNear() {
        assertEquals(List.of("unknown-code 2 REF_AREA \"AUTT\" [AUT]"), area("AUTT"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"Columbia\" [COL]"), area("Columbia"));
    }

    @Test
    void anAmbiguousNameSuggestsAllThatItMayBe() {
        assertEquals(List.of("unknown-code 2 REF_AREA \"Congo\" [COD, COG]"), area("Congo"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"Guinea\" [GIN, GNB, GNQ, PNG]"), area("Guinea"));
        assertEquals(List.of("unknown-code 2 REF_AREA \"Korea\" [KOR, PRK]"), area("Korea"));
        assertEquals(
                List.of(
                        "\"Congo\" is not a code of REF_AREA.",
                        "Use COD (Democratic Republic of the Congo) or COG (Congo), whichever is correct."),
                Given.rows("Congo,F,_T,_T,2016,12,").says());
    }

    @Test
    void nothingIsSuggestedForWhatIsNothingLikeACode() {
        assertEquals(List.of("unknown-code 2 SEX \"zebra\" []"), sex("zebra"));
        assertEquals(
                List.of("\"zebra\" is not a code of SEX.", "Use a code from the code list of SEX."),
                Given.rows("AUT,zebra,_T,_T,2016,12,").says());
    }

    @Test
    void anEmptyCellIsNoCode() {
        assertEquals(List.of("unknown-code 2 SEX \"\" []"), sex(""));
    }

    @Test
    void aGroupOfAreasIsNoAreaThatReports() {
        assertEquals(List.of("unknown-code 2 REF_AREA \"150\" []"), area("150"));
        assertEquals(
                List.of(
                        "150 is a group of countries and areas.",
                        "Give the figures of each country or area. Sums of groups are computed from them."),
                Given.rows("150,F,_T,_T,2016,12,").says());
    }

    @Test
    void attributesWithCodesAreCheckedToo() {
        assertEquals(
                List.of("unknown-code 2 OBS_STATUS \"X\" []"),
                Given.value("12,X").found());
        assertEquals(
                List.of("unknown-code 2 MULTI_RESPONSE \"yes\" [Y]"),
                Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,MULTI_RESPONSE\n"
                                + "AUT,F,_T,_T,2016,12,yes\n")
                        .found());
    }

    @Test
    void aDimensionThatIsFixedMayBeLeftOut() {
        String header = "FREQ,UNIT_MEASURE," + Given.HEADER + "\n";
        assertEquals(
                List.of(),
                Given.file(header + "A,NUMBER,AUT,F,_T,_T,2016,12,\n").found());
        assertEquals(List.of(), Given.file(header + ",,AUT,F,_T,_T,2016,12,\n").found());
        assertEquals(
                List.of("unknown-code 2 FREQ \"M\" [A]"),
                Given.file(header + "M,NUMBER,AUT,F,_T,_T,2016,12,\n").found());
    }

    @Test
    void aFindingNamesItsPlaceAndWhatItIsAbout() {
        Finding finding = Given.rows("AUT,F,_T,_T,2016,12,", "", "AUT,Frauen,_T,_T,2016,12,")
                .findings()
                .get(0);
        assertEquals(4, finding.line());
        assertEquals(2, finding.record());
        assertEquals(new Finding.Column("SEX", 2, "B"), finding.column());
        assertEquals(
                Map.of(
                        "FREQ",
                        "A",
                        "REF_AREA",
                        "AUT",
                        "AGE",
                        "_T",
                        "EXPLOITATION",
                        "_T",
                        "UNIT_MEASURE",
                        "NUMBER",
                        "TIME_PERIOD",
                        "2016"),
                finding.key());
    }

    @Test
    void anotherDataflowInTheFileIsOneFinding() {
        String rows = "\nPERSONS,AUT,x\nPERSONS,AUT,y\n";
        assertEquals(
                List.of("unknown-code 2 DATAFLOW \"PERSONS\" [VICTIMS]"),
                Given.file("DATAFLOW,REF_AREA,STAGE" + rows).found());
        assertEquals(
                List.of("unknown-code 2 STRUCTURE_ID \"TIPSTATS:PERSONS(1.0.0)\" [TIPSTATS:VICTIMS(1.0.0)]"),
                Given.file("STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA\ndataflow;TIPSTATS:PERSONS(1.0.0);M;AUT\n")
                        .found());
    }

    @Test
    void aLaterRowOfAnotherDataflowIsOneFindingToo() {
        String own = "TIPSTATS:VICTIMS(1.0.0),AUT,F,_T,_T,2016,12,\n";
        String other = "TIPSTATS:PERSONS(1.0.0),AUT,F,_T,_T,x,x,\n";
        assertEquals(
                List.of("unknown-code 3 DATAFLOW \"TIPSTATS:PERSONS(1.0.0)\" [TIPSTATS:VICTIMS(1.0.0)]"),
                Given.file("DATAFLOW," + Given.HEADER + "\n" + own + other + other)
                        .found());
    }

    /** SDMX identifies a dataflow by agency, id and version; 1.0 and 1+.0.0 include version 1.0.0. */
    @Test
    void aDataflowOfAnotherAgencyOrVersionIsAnotherDataflow() {
        for (String other :
                List.of("ESTAT:VICTIMS(1.0.0)", "TIPSTATS:VICTIMS(2.0.0)", "VICTIMS(1.1)", "X:DSD_VICTIMS")) {
            assertEquals(List.of("unknown-code 2 DATAFLOW \"" + other + "\" [TIPSTATS:VICTIMS(1.0.0)]"), named(other));
        }
        for (String own :
                List.of("TIPSTATS:VICTIMS(1.0)", "VICTIMS(1+.0.0)", "TIPSTATS:DSD_VICTIMS(1.0.0)", "VICTIMS")) {
            assertEquals(List.of(), named(own));
        }
    }

    private static List<String> named(String dataflow) {
        return Given.file("DATAFLOW," + Given.HEADER + "\n" + dataflow + ",AUT,F,_T,_T,2016,12,\n")
                .found();
    }
}
