package org.tipstats.validate.persons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.rule.Given;

/** Columns that only lists of persons have are found by their names and cells. */
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

    private static String named(String column, String... cells) {
        StringBuilder text = new StringBuilder(Given.HEADER + "," + column + "\n");
        for (String cell : cells) {
            text.append("AUT,F,Y0T17,SEX,2016,1,,").append(cell).append('\n');
        }
        return text.toString();
    }

    @Test
    void namesBesideCountsOfOneAreOfPersons() {
        Given file = Given.file(named("Name", "Anna 0", "Anna 1", "Anna 2", "Anna 3", "Anna 4"));
        assertEquals(List.of(FOUND + "Name - []"), file.found());
        assertFalse(file.report().toString().contains("Anna"));
        assertEquals(
                List.of(FOUND + "Name - []"), Given.file(named("Name", "Anna")).found());
        assertEquals(
                List.of(FOUND + "Name - []"),
                Given.file(Given.HEADER + ",Name\nAUT,F,_T,_T,2016,,,Anna\nAUT,M,_T,_T,2016,1,,Otto\n")
                        .found());
    }

    @Test
    void columnsOfPersonsAreFoundBesideCountsOfOneInSixLanguages() {
        for (String name : List.of(
                "Victim",
                "Case ID",
                "Case number",
                "Initials",
                "Year of birth",
                "NIF",
                "Address",
                "Identity number",
                "Victime",
                "Ann\u00e9e de naissance",
                "Num\u00e9ro de dossier",
                "Initiales",
                "V\u00edctima",
                "Nombre",
                "A\u00f1o de nacimiento",
                "N\u00famero de expediente",
                "имя",
                "Инициалы",
                "Год рождения",
                "Номер паспорта",
                "Номер дела",
                "Жертва",
                "الاسم",
                "رقم القضية",
                "رقم الهوية",
                "سنة الميلاد",
                "生日",
                "姓名",
                "案件编号",
                "身份证号码",
                "出生年份")) {
            assertEquals(
                    List.of(FOUND + name + " - []"),
                    Given.file(named(name, "one", "two")).found());
        }
    }

    @Test
    void oneCountAboveOneMakesANameHarmless() {
        for (String rows :
                List.of("AUT,_T,_T,_T,2016,1,,Austria\nAUT,_T,_T,_T,2017,2,,Austria\n", "AUT,_T,_T,_T,2016,1,,\n")) {
            assertEquals(
                    List.of("unknown-column 1 Name \"Name\" []"),
                    Given.file(Given.HEADER + ",Name\n" + rows).found());
        }
    }

    @Test
    void nearlyAllDifferentDaysBesideCountsOfOneAreBirthdays() {
        Given file = Given.file(named("dn", "1999-01-01", "12.03.2001", "", "5/6/1987", "1990-11-30T00:00:00"));
        assertEquals(List.of("case-level-data 1 - - []"), file.found());
        assertFalse(file.report().toString().contains("1999"));
        assertEquals(
                List.of("unknown-column 1 Updated \"Updated\" []"),
                Given.file(Given.HEADER + ",Updated\n"
                                + "AUT,F,_T,_T,2015,1,,2020-05-01\nAUT,F,_T,_T,2016,1,,2020-05-01\n"
                                + "AUT,F,_T,_T,2017,1,,2020-05-01\n")
                        .found());
        assertEquals(
                List.of("unknown-column 1 Updated \"Updated\" []"),
                Given.file(Given.HEADER + ",Updated\n"
                                + "AUT,F,_T,_T,2015,1,,2020-05-01\nAUT,F,_T,_T,2016,7,,2020-05-02\n")
                        .found());
    }

    @Test
    void aHeaderThatIsAPersonIsNotRepeated() {
        Given file = Given.file("Anna Muster,F,1999-01-01,AUT,SEX\n"
                + "Berta Muster,F,1998-02-03,AUT,SEX\nCarla Muster,F,2001-05-06,DEU,SEX\n");
        assertEquals(List.of("case-level-data 1 - - []"), file.found());
        assertFalse(file.report().toString().contains("Muster"));
    }

    private static List<String> rules(String text) {
        return Given.file(text).findings().stream().map(Finding::rule).toList();
    }

    @Test
    void theOfficeThatCountedMayBeReached() {
        String text = Given.HEADER + ",E-mail\nAUT,F,_T,_T,2016,12,,office@example.org\n";
        assertEquals(
                List.of("unknown-column 1 E-mail \"E-mail\" []"),
                Given.file(text).found());
    }

    @Test
    void namesOfPersonsAreFoundBesideFiguresToo() {
        assertEquals(
                List.of("case-level-data"),
                rules("Surname,Date of birth,Sex,Children\nsecret,1990-01-02,F,3\nsecret,1988-03-04,F,0\n"));
    }

    @Test
    void countsUnderTheHeadingOfAPersonAreCounts() {
        assertEquals(
                List.of("own-layout"), rules("Year,Telephone,Passport checks,Walk-in\n2019,14,230,7\n2020,25,198,4\n"));
    }

    @Test
    void anotherSeparatorMakesNoPersonsOfFigures() {
        String table = Given.HEADER + "\nAUT,_T,_T,_T,2016,10,\nAUT,F,_T,_T,2016,6,\nAUT,M,_T,_T,2016,4,\n";
        for (String text : List.of(
                table.replace(',', ':'),
                table.replace(',', '~'),
                "sep=;\n" + table,
                "\"" + table.strip().replace("\n", "\"\n\"") + "\"\n")) {
            List<String> found = Given.file(text).found();
            assertEquals(
                    List.of("missing-column"),
                    found.stream()
                            .map(each -> each.replaceAll(" .*", ""))
                            .filter(each -> !each.equals("layout-assumed"))
                            .toList());
        }
    }
}
