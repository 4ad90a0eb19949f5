package org.tipstats.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseLevelDataTest {

    private static final String FOUND = "case-level-data 1 ";

    @Test
    void columnsOfPersonsAreFoundInSixLanguages() {
        for (String name : List.of(
                "Surname",
                "First name",
                "Date of birth",
                "DOB",
                "Passport no.",
                "Victim's full name",
                "Telephone",
                "Pr\u00E9nom",
                "Date de naissance",
                "Apellidos",
                "Fecha de nacimiento",
                "Фамилия",
                "Дата рождения",
                "تاريخ الميلاد",
                "姓名",
                "出生日期")) {
            Given file = Given.file(Given.HEADER + "," + name + "\nAUT,F,_T,_T,2016,1,,secret\n");
            assertEquals(List.of(FOUND + name + " - []"), file.found());
        }
    }

    @Test
    void aNameIsPersonalOnlyWhereThereAreNoCounts() {
        assertEquals(
                List.of(FOUND + "Name - []"),
                Given.file("Name,REF_AREA,SEX,AGE,TIME_PERIOD\nsecret,AUT,F,_T,2016\n")
                        .found());
        assertEquals(
                List.of("unknown-column 1 Name \"Name\" []"),
                Given.file("Name," + Given.HEADER + "\nAustria,AUT,F,_T,_T,2016,12,\n")
                        .found());
    }

    @Test
    void nothingElseIsFoundOrRepeated() {
        Given file = Given.file("Surname,SEX,SEX,Budget\nsecret,W,x,1,2,3\n");
        assertEquals(List.of(FOUND + "Surname - []"), file.found());
        assertFalse(file.report().toString().contains("secret"));
    }

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
}
