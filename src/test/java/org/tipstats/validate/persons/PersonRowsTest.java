package org.tipstats.validate.persons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.rule.Given;

/** Files with one row a person are found by their rows, and tables of small counts are not taken for them. */
class PersonRowsTest {

    private static final String FOUND = "case-level-data 1 ";

    private static String persons(String header, String row, int times) {
        return header + "\n" + row.repeat(times);
    }

    @Test
    void oneRowAPersonIsFound() {
        Given file = Given.file(persons(Given.HEADER, "AUT,F,Y0T17,SEX,2016,1,\nAUT,M,Y_GE18,LAB,2016,1,\n", 8)
                + "AUT,W,x,y,2016,1,\n");
        assertEquals(List.of(FOUND + "- - []"), file.found());
        assertEquals(
                List.of(),
                Given.file(persons(Given.HEADER, "AUT,F,Y0T17,SEX,2016,1,\n", 20)).report().passed().stream()
                        .filter(rule -> !List.of("wrong-file-type", "unknown-column", "duplicate-column")
                                .contains(rule))
                        .toList());
    }

    @Test
    void oneRowAPersonWithoutCountsIsFound() {
        Given file = Given.file(persons("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD", "AUT,F,Y0T17,SEX,2016\n", 12));
        assertEquals(List.of(FOUND + "- - []"), file.found());
    }

    @Test
    void countsUnderAnotherNameAreCounts() {
        StringBuilder text = new StringBuilder("REF_AREA,SEX,AGE,EXPLOITATION,Statistic\n");
        for (int i = 0; i < 12; i++) {
            text.append("AUT,F,Y0T17,SEX,").append(i).append('\n');
        }
        assertEquals(
                List.of(
                        "missing-column 1 TIME_PERIOD - []",
                        "missing-column 1 OBS_VALUE - []",
                        "unknown-column 1 Statistic \"Statistic\" []"),
                Given.file(text.toString()).found());
    }

    @Test
    void smallCountsOfDifferentThingsAreCounts() {
        StringBuilder text = new StringBuilder(Given.HEADER + "\n");
        for (int year = 2000; year < 2026; year++) {
            text.append("AUT,F,_T,_T,").append(year).append(",1,\n");
        }
        assertEquals(List.of(), Given.file(text.toString()).found());
    }

    @Test
    void fewDoubledRowsAreDuplicatesNotPersons() {
        assertEquals(
                List.of("duplicate-key 3 OBS_VALUE \"1\" []"),
                Given.rows("AUT,F,_T,_T,2016,1,", "AUT,F,_T,_T,2016,1,").found());
    }

    @Test
    void linesOfPersonsWithoutAHeaderAreFound() {
        for (String text : List.of(
                "Anna Muster,F,1999-01-01,Wien\nBerta Muster,F,1998-02-03,Graz\nOtto Muster,M,2001-05-06,Wien\n",
                "1;Anna;F;01.02.1999\n2;Berta;F;03.02.1998\n3;Otto;M;30.11.1987\n",
                "foo,bar,baz\nAnna,F,3 May 1999\nBerta,F,5 June 2001\nOtto,M,7 July 1987\n")) {
            Given file = Given.file(text);
            assertEquals(
                    List.of("case-level-data"),
                    file.findings().stream().map(Finding::rule).toList(),
                    text);
            assertFalse(file.findings().toString().contains("Anna"), text);
        }
    }

    @Test
    void otherLinesWithoutAHeaderAreATableInItsOwnLayout() {
        for (String text : List.of(
                "Wien,2016-01-01,5\nWien,2016-01-02,7\nGraz,2016-01-03,4\n",
                "Wien,north,2020-01-01\nGraz,south,2020-01-01\nLinz,west,2020-01-01\n",
                "Wien,north,rain\nGraz,south,sun\n",
                "Wien,north,2099-01-01\nGraz,south,2098-01-01\n")) {
            assertEquals(
                    List.of("own-layout"),
                    Given.file(text).findings().stream()
                            .map(Finding::rule)
                            .distinct()
                            .toList(),
                    text);
        }
    }

    @Test
    void unknownLabelsOfDifferentThingsAreNotOneRowAPerson() {
        StringBuilder text = new StringBuilder("REF_AREA,SEX,AGE,CITIZENSHIP,TIME_PERIOD,OBS_VALUE\n");
        for (String country : List.of(
                "Austria", "Belgium", "Chile", "Denmark", "Ecuador", "France", "Greece", "Haiti", "India", "Japan",
                "Kenya", "Latvia")) {
            text.append("AUT,_T,_T,").append(country).append(",2016,1\n");
        }
        List<Finding> findings =
                Given.file(text.toString()).to("VICTIMS_CITIZENSHIP").findings();
        assertEquals(
                List.of(),
                findings.stream()
                        .filter(f -> f.rule().equals("case-level-data"))
                        .toList());
        assertEquals(
                12,
                findings.stream().filter(f -> f.rule().equals("unknown-code")).count());
        assertEquals(
                List.of(FOUND + "- - []"),
                Given.file("REF_AREA,SEX,AGE,CITIZENSHIP,TIME_PERIOD,OBS_VALUE\n"
                                + "AUT,_T,_T,Romania,2016,1\n".repeat(12))
                        .to("VICTIMS_CITIZENSHIP")
                        .found());
    }

    private static List<String> rules(String text) {
        return Given.file(text).findings().stream().map(Finding::rule).toList();
    }

    @Test
    void aListOfCasesInItsOwnLayoutIsFoundForEveryDataflow() {
        String calls = "fecha_llamada,nro_registro,tema,provincia_id,nacionalidad,genero,edad_aparente\n"
                + "2021-03-01,8800412,Captaci\u00F3n,06,Austria,Mujer,31\n"
                + "2021-03-01,8800415,Explotaci\u00F3n,02,,Hombre,\n"
                + "2021-03-04 10:15,8800420,Explotaci\u00F3n,,Chile,Mujer,19\n";
        Given.SCHEMAS.submitted().forEach(flow -> {
            Given file = Given.file(calls).to(flow);
            assertEquals(List.of("case-level-data 1 - - []"), file.found(), flow.id());
            assertFalse(file.report().toString().contains("8800412"));
        });
    }

    @Test
    void listsOfCasesAreFoundInOtherLanguages() {
        for (String text : List.of(
                "Case no,Sex,Age,Nationality\nA/17,F,31,Chile\nA/18,M,,Chile\n",
                "Num\u00E9ro de dossier;Sexe;\u00C2ge;Nationalit\u00E9\nA/17;F;31;Chili\nA/18;M;;Chili\n",
                "Номер дела;Пол;Возраст;Гражданство\nА/17;ж;31;Чили\nА/18;м;;Чили\n",
                "رقم القضية;الجنس;العمر;الجنسية\nA/17;أنثى;31;تشيلي\nA/18;ذكر;;تشيلي\n",
                "案件编号;性别;年龄;国籍\nA/17;女;31;智利\nA/18;男;;智利\n",
                "yearOfRegistration,gender,ageBroad,citizenship,isForcedLabour\n"
                        + "2019,Female,30--38,CHL,1\n2019,Female,30--38,CHL,0\n2020,Male,,CHL,-99\n",
                "Name,Age\nAnna,31\nOtto,45\n")) {
            assertEquals(List.of("case-level-data"), rules(text), text);
        }
    }

    @Test
    void aColumnOfFiguresMeansThatNoRowIsAPerson() {
        String same = "2019,VIC,F,Y0T17,0.4\n".repeat(12);
        for (String text : List.of(
                "Year,Series,Sex,Age,Value\n" + same,
                "Year,Series,Sex,Age,Nationality,Result\n" + same.replace(",0.4", ",Chile,1 609"),
                "Year,Sex,Age,Nationality,Value\n" + "2019,F,,Chile,\n".repeat(12) + "2020,F,,Chile,7\n",
                "Year,Sex,Age,Nationality,Value\n" + "2019,F,,Chile,*\n".repeat(12),
                "Nationality,Sex,Age,2019\nChile,F,0-17,12 (3)\nChile,M,0-17,9 (1)\n",
                "Sex,Age 0-17,Age 18+,Nationality\nF,4,9,Chile\nM,2,3,Chile\n",
                "Year,Sex,Age,Nationality,Number of victims\n2019,F,0-17,Chile,14\n2019,M,0-17,Chile,15\n")) {
            assertEquals(
                    List.of("own-layout"),
                    rules(text).stream()
                            .filter(rule -> !rule.equals("rate-not-count"))
                            .toList(),
                    text);
        }
    }

    @Test
    void rowsThatDifferInAnUnknownColumnAreNotTheSame() {
        StringBuilder text = new StringBuilder(Given.HEADER + ",Police district\n");
        for (int i = 0; i < 12; i++) {
            text.append("AUT,F,Y0T17,SEX,2016,1,,district ")
                    .append((char) ('a' + i))
                    .append('\n');
        }
        assertEquals(List.of(), Given.file(text.toString()).found("case-level-data"));
    }

    @Test
    void sameRowsWithoutSexOrAgeAreDuplicates() {
        Given file = Given.file("REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\n" + "AUT,0204,2016,1\n".repeat(12))
                .to("OFFENCES");
        assertEquals(List.of(), file.found("case-level-data"));
        assertEquals(1, file.found("duplicate-key").size());
    }
}
