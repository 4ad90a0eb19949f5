package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests tables in the layouts that national tables have. The figures are invented. */
class OwnLayoutTest {

    private static void found(String text) {
        Given.SCHEMAS.submitted().forEach(flow -> {
            Given file = Given.file(text).to(flow);
            assertEquals(
                    List.of("own-layout"),
                    file.findings().stream().map(Finding::rule).toList(),
                    flow.id() + "\n" + text);
            assertFalse(file.report().valid());
        });
    }

    @Test
    void aLongTableWithColumnsOfItsOwnIsOneFinding() {
        found("Year,Value\n2019,42\n2020,37\n");
        found("Year,Units,Sex,Age group,Form of exploitation,COMMENT_0,COMMENT_1,Value\n"
                + "2019,Number,,,,,,41\n2019,Number,Female,,,,,29\n2019,Number,,under 18,,,,6\n");
        found("Year,SERIES,UNIT_MEASURE,SEX,AGE,Value\n2014,VC_HTF_DETV,NUMBER,F,Y0T17,5\n");
        found("Year,SERIES,Территория,Пол,Возраст,GeoCode,Value\n2019,Выявленные жертвы,,,,,21\n");
        found("Year,Serie,RefArea,Value\n2016,V\u00EDctimas detectadas,Espa\u00F1a,41\n");
    }

    @Test
    void figuresAcrossAreOneFinding() {
        found("Victims,2021,2022\nTotal,64,58\nWomen,41,39\nMen,23,19\n");
        found("REF_AREA,SEX,AGE,EXPLOITATION,2016,2017,2018\nAUT,F,_T,_T,12,14,9\nAUT,M,_T,_T,3,5,2\n");
        found("State,Offense,\"Juvenile\nmale\",\"Adult\nmale\"\nNorth,Commercial,0,3\nSouth,,1,7\n");
        found(",,Decision,,\nNationality,Referrals,Suspended,Negative,Positive\nChile,48,2,18,27\nHaiti,60,2,36,22\n");
    }

    @Test
    void linesWithoutAHeaderAreOneFinding() {
        found(
                "4 \u00A7 1\tKidnapping, total\t 1 492 \t 427 \t- \n4 \u00A7 1 a\tTrafficking, total\t 175 \t 142 \t 9 \n");
    }

    @Test
    void aMessageOfAnotherStructureIsOneFinding() {
        found("DATAFLOW,FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n"
                + "IAEG:DF_SDG(1.0),A,N,VC_HTF_DETV,AUT,_T,_T,2016,41\n");
    }

    @Test
    void aFileThatTriesOurColumnsKeepsItsFindings() {
        assertEquals(
                List.of("unknown-column 1 SEXX \"SEXX\" [SEX]"),
                Given.file("REF_AREA,SEXX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,F,_T,_T,2016,12\n")
                        .found());
        assertEquals(
                List.of("missing-column 1 SEX - [_T]", "missing-column 1 TIME_PERIOD - []"),
                Given.file("REF_AREA,AGE,EXPLOITATION,OBS_VALUE\nAUT,_T,_T,12\n")
                        .found());
        assertEquals(
                List.of(
                        "missing-column 1 EXPLOITATION - [_T]",
                        "unknown-column 1 Pays \"Pays\" [REF_AREA]",
                        "unknown-column 1 Sexe \"Sexe\" [SEX]",
                        "unknown-column 1 \u00C2ge \"\u00C2ge\" [AGE]",
                        "unknown-column 1 Ann\u00E9e \"Ann\u00E9e\" [TIME_PERIOD]",
                        "unknown-column 1 Valeur \"Valeur\" [OBS_VALUE]"),
                Given.file("Pays;Sexe;\u00C2ge;Ann\u00E9e;Valeur\nFRA;F;_T;2016;12\n")
                        .found());
    }

    @Test
    void aFileOfAnotherDataflowIsNoTableInItsOwnLayout() {
        assertEquals(
                List.of("unknown-code 2 DATAFLOW \"TIPSTATS:PERSONS(1.0.0)\" [TIPSTATS:VICTIMS(1.0.0)]"),
                Given.file("DATAFLOW,REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n"
                                + "TIPSTATS:PERSONS(1.0.0),AUT,CONVICTED,_T,_T,2016,3\n")
                        .found());
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyFile() {
        assertEquals(List.of("empty-file 1 - - []"), Given.file("Year,Value\n").found());
    }

    @Test
    void allRowsAreCounted() {
        Given file = Given.file("Year,Value\n" + "2019,42\n".repeat(10_500));
        assertEquals(10_500, file.report().file().rows());
        assertEquals(
                List.of("unreadable-file 10502 - - []"),
                Given.file("Year,Value\n" + "2019,42\n".repeat(10_500) + "\"2019,42\n")
                        .found());
    }

    @Test
    void aTableThatBreaksOffIsUnreadable() {
        assertEquals(
                List.of("unreadable-file 3 - - []"),
                Given.file("Year,Value\n2019,42\n2020,\"37\n").found());
    }

    @Test
    void linesThatAreNoTableHaveNoColumns() {
        assertEquals(
                List.of("missing-column 1 - - []"),
                Given.file("one\ntwo\nthree\n").found());
    }

    @Test
    void theRemedyLeadsToTheMapping() {
        List<String> says = Given.file("Year,Value\n2019,42\n").says();
        assertEquals("The table has a layout of its own and not the columns of VICTIMS.", says.get(0));
        assertTrue(says.get(1).contains("/api/v1/mappings/guess"), says.get(1));
        for (String language : LocalText.LANGUAGES) {
            assertTrue(RuleTexts.in(language).all().containsKey("own-layout.remedy"), language);
        }
    }

    @Test
    void noColumnIsRenamedToTheMeasureWhereSeveralHaveFigures() {
        Given file = Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,Total,Minors\nAUT,F,_T,_T,2016,12,4\n");
        assertEquals(
                List.of(
                        "missing-column 1 OBS_VALUE - []",
                        "unknown-column 1 Total \"Total\" []",
                        "unknown-column 1 Minors \"Minors\" []"),
                file.found());
        assertEquals(
                List.of("unknown-column 1 Total \"Total\" [OBS_VALUE]"),
                Given.file("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,Total\nAUT,F,_T,_T,2016,12\n")
                        .found());
    }

    private static int headerLine(String text) {
        return Given.file(text).report().file().headerLine();
    }

    @Test
    void theHeaderIsFoundBelowTitlesAndAboveTheFigures() {
        assertEquals(4, headerLine("Table 5\nVictims by sex\n\nVictims;2021;2022\nTotal;64;58\nWomen;41;39\n"));
        assertEquals(
                2, headerLine(",,Decision,,\nNationality,Referrals,Negative,Suspended,Positive\nChile,48,2,18,27\n"));
        assertEquals(
                2, headerLine("Table 6\nHead,Cases,Convicted\n(1),(2),(3)\n1,2,3\nKidnapping,46,13\nSlavery,5,0\n"));
        assertEquals(1, headerLine("State,\"Total\ncleared\",\"Adult\nmale\"\nNorth,4,3\nSouth,1,7\n"));
        assertEquals(3, headerLine("Title\n\nGodina,Ukupno,\u017Dene\n2021,64,41\n2022,58,39\n"));
        assertEquals(1, headerLine("4 \u00A7 1\tKidnapping\t 1 492 \t- \n4 \u00A7 2\tTrafficking\t 175 \t 9 \n"));
    }

    @Test
    void aBlockBelowIsNoHeader() {
        assertEquals(1, headerLine("Head;Cases;Persons\nA;64;58\n\nHead;Women;Men;Children\nA;41;39;7\n"));
    }

    @Test
    void aCubeIsATableInItsOwnLayout() {
        String px = "AXIS-VERSION=\"2010\";\nTITLE=\"Victims by sex\";\nUNITS=\"number\";\nSTUB=\"Sex\";\n"
                + "HEADING=\"Year\";\nVALUES(\"Sex\")=\"Women\",\"Men\";\nVALUES(\"Year\")=\"2021\",\"2022\";\n"
                + "DATA=\n5 6\n2 3;\n";
        String json = "{\"version\": \"2.0\", \"class\": \"dataset\", \"id\": [\"Year\"], \"size\": [2],"
                + " \"dimension\": {\"Year\": {\"category\": {\"index\": [\"2021\", \"2022\"]}}}, \"value\": [5, 6]}";
        for (String cube : List.of(px, json)) {
            assertEquals(List.of("own-layout - - - []"), Given.file(cube).found());
        }
        assertTrue(Given.file("{\"value\": 5}").found().get(0).startsWith("wrong-file-type "));
    }
}
