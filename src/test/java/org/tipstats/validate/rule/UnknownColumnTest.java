package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownColumnTest {

    private static List<String> headed(String header) {
        int columns = header.split(",").length;
        return Given.file(header + "\nAUT,F,_T,_T,2016,12" + ",".repeat(Math.max(0, columns - 6)) + "\n")
                .found();
    }

    private static String suggestion(String header) {
        String rest = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE";
        List<String> found = headed(rest + "," + header);
        assertEquals(1, found.size(), found.toString());
        return found.get(0).substring(found.get(0).lastIndexOf('['));
    }

    @Test
    void headersAreReadInAnyOrderCaseAndPadding() {
        assertEquals(
                List.of("layout-assumed 1 - - []"), headed("ref_area, Sex ,AGE,Exploitation,TIME_PERIOD,Obs_Value"));
        assertEquals(
                List.of(),
                Given.file("OBS_VALUE,TIME_PERIOD,EXPLOITATION,AGE,SEX,REF_AREA\n12,2016,_T,_T,F,AUT\n")
                        .found());
    }

    @Test
    void aNameOfAMissingColumnIsOneFindingThatSuggestsIt() {
        assertEquals(
                List.of("unknown-column 1 Country \"Country\" [REF_AREA]"),
                headed("Country,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE"));
        assertEquals(
                List.of(
                        "unknown-column 1 Pays \"Pays\" [REF_AREA]",
                        "unknown-column 1 Sexe \"Sexe\" [SEX]",
                        "unknown-column 1 \u00C2ge \"\u00C2ge\" [AGE]",
                        "unknown-column 1 Ann\u00E9e \"Ann\u00E9e\" [TIME_PERIOD]",
                        "unknown-column 1 Valeur \"Valeur\" [OBS_VALUE]"),
                headed("Pays,Sexe,\u00C2ge,EXPLOITATION,Ann\u00E9e,Valeur"));
    }

    @Test
    void namesInSixLanguagesAreKnown() {
        for (String name : List.of(
                "Reference area",
                "Zone de r\u00E9f\u00E9rence",
                "Zona de referencia",
                "Отчетная территория",
                "المنطقة المرجعية",
                "报告地区")) {
            assertEquals(
                    List.of("unknown-column 1 " + name + " \"" + name + "\" [REF_AREA]"),
                    headed(name + ",SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE"));
        }
    }

    @Test
    void usualNamesInSixLanguagesAreKnown() {
        for (String names : List.of(
                "Country,Sex,Age,Form of exploitation,Year,Value",
                "Pays,Sexe,\u00C2ge,Type d'exploitation,Ann\u00E9e,Valeur",
                "Pa\u00EDs,Sexo,Edad,Tipo de explotaci\u00F3n,A\u00F1o,Valor",
                "Страна,Пол,Возраст,Эксплуатация,Год,Значение",
                "البلد,الجنس,العمر,الاستغلال,السنة,القيمة",
                "国家,性别,年龄,剥削,年份,数值")) {
            List<String> found = headed(names);
            List<String> ids = List.of("REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD", "OBS_VALUE");
            for (int i = 0; i < 6; i++) {
                // A name that differs from the id only by case needs no correction.
                boolean named = names.split(",")[i].equalsIgnoreCase(ids.get(i));
                String id = "[" + ids.get(i);
                assertEquals(
                        !named,
                        found.stream().anyMatch(line -> line.contains(id + "]") || line.contains(id + ",")),
                        names + " " + found);
            }
        }
    }

    @Test
    void slipsAreKnown() {
        assertEquals("[OBS_STATUS]", suggestion("OBS_STATU"));
        assertEquals("[COMMENT]", suggestion("Coment"));
        assertEquals("[COMMENT]", suggestion("Notes"));
    }

    @Test
    void anIdMayHaveItsNameBesideIt() {
        assertEquals(
                List.of(),
                headed("REF_AREA: Area,Sex: Sex,AGE: Age,EXPLOITATION: Form,TIME_PERIOD: Year,OBS_VALUE: Number"));
    }

    @Test
    void otherColumnsHaveNoSuggestion() {
        assertEquals("[]", suggestion("Budget"));
        assertEquals(
                List.of(
                        "We do not recognise the column \"Budget\".",
                        "Remove the column, or give it the name of a column of the template."),
                Given.file(Given.HEADER + ",Budget\nAUT,F,_T,_T,2016,12,,9\n").says());
    }

    @Test
    void aColumnThatIsThereIsNotSuggestedAgain() {
        assertEquals("[]", suggestion("Country name"));
    }

    @Test
    void aColumnWithoutANameIsUnknownUnlessItIsTheLast() {
        assertEquals(
                List.of("unknown-column 1  \"\" []"),
                Given.file("REF_AREA,,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,,F,_T,_T,2016,12\n")
                        .found());
        assertEquals(
                List.of("layout-assumed 1 - - []"), headed("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,,"));
    }

    @Test
    void columnsOfReportsAreIgnored() {
        assertEquals(
                List.of(), headed("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,_line,_severity,_messages"));
    }

    @Test
    void headersOfSdmxCsvAreAccepted() {
        String columns = "FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n";
        String row = "A,AUT,F,_T,_T,NUMBER,2016,12\n";
        assertEquals(
                List.of(),
                Given.file("DATAFLOW," + columns + "TIPSTATS:VICTIMS(1.0.0)," + row)
                        .found());
        assertEquals(
                List.of(),
                Given.file("STRUCTURE,STRUCTURE_ID,ACTION," + columns + "dataflow,TIPSTATS:VICTIMS(1.0.0),I," + row)
                        .found());
        assertEquals(
                List.of(),
                Given.file("STRUCTURE[;],STRUCTURE_ID,STRUCTURE_NAME,ACTION," + columns
                                + "datastructure,TIPSTATS:DSD_VICTIMS(1.0.0),Victims,R," + row)
                        .found());
    }

    @Test
    void anUnknownActionIsAnUnknownCode() {
        assertEquals(
                List.of("unknown-code 2 ACTION \"r\" [R]"),
                Given.file("ACTION," + Given.HEADER + "\nr,AUT,F,_T,_T,2016,12,\n")
                        .found());
    }
}
