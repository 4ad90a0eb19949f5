package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters of sexes above columns of figures. */
class LetterLayoutTest {

    @ParameterizedTest
    @CsvSource({
        "M,F,T", "m,f,t", "F,M,T", "H,M,T", "M,W,T", "M,K,T",
    })
    void aTThatIsTheSumOfTheSexesIsTheTotal(String first, String second, String total) {
        String head = "Victims\nYear|" + first + "|" + second + "|" + total;
        boolean men = first.equals("H") || first.equalsIgnoreCase("M");
        assertEquals(
                men
                        ? "F _T _T 2019 = 2\nF _T _T 2020 = 5\nM _T _T 2019 = 1\nM _T _T 2020 = 4"
                                + "\n_T _T _T 2019 = 3\n_T _T _T 2020 = 9"
                        : "F _T _T 2019 = 1\nF _T _T 2020 = 4\nM _T _T 2019 = 2\nM _T _T 2020 = 5"
                                + "\n_T _T _T 2019 = 3\n_T _T _T 2020 = 9",
                InventedTable.plainFigures(head + "\n2019|1|2|3\n2020|4|5|9"));
    }

    @Test
    void theLettersMayStandBesideTheirYears() {
        assertEquals(
                "F _T _T 2019 = 2\nF _T _T 2020 = 3\nM _T _T 2019 = 1\nM _T _T 2020 = 1"
                        + "\n_T _T _T 2019 = 3\n_T _T _T 2020 = 4",
                InventedTable.plainFigures("Victims\n|M 2019|F 2019|T 2019|M 2020|F 2020|T 2020\nVictims|1|2|3|1|3|4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m|w|d", "M|W|D"})
    void theGermanDBesideMAndWIsAnotherSex(String letters) {
        assertEquals(
                "F _T _T 2019 = 2\nM _T _T 2019 = 1\n_O _T _T 2019 = 4",
                InventedTable.plainFigures("Opfer\nJahr|" + letters + "\n2019|1|2|4"));
        assertEquals(
                "F _T _T 2019 = 2\nM _T _T 2019 = 1\n_O _T _T 2019 = 4\n_T _T _T 2019 = 7",
                InventedTable.plainFigures("Opfer\nJahr|" + letters + "|Gesamt\n2019|1|2|4|7"));
    }

    /** T may be transgender: it is no sum, or a single sum that may be one by chance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "M|F|T\n2019|1|2|0\n2020|2|2|1",
                "M|F|T\n2019|1|2|3\n2020|2|2|1",
                "M|F|T\n2019|1|2|3\n2020|0|0|0",
                "M|F|T|Unknown\n2019|1|2|3|1\n2020|2|2|4|0",
                "M|F|T|Total\n2019|1|2|3|6\n2020|2|2|4|8",
                "F|T\n2019|1|1\n2020|2|2"
            })
    void aTThatMayBeAnotherSexIsAsked(String table) {
        InventedTable victims = InventedTable.of("Victims\nYear|" + table).victims();
        assertEquals("word:SEX:T", victims.questions());
        assertEquals(false, victims.figures().contains("= " + "3 D"));
    }

    @Test
    void aLetterMWithoutAnotherSexIsAsked() {
        InventedTable victims = InventedTable.of("Víctimas\nAño|M|T\n2019|1|3").victims();
        assertEquals("word:SEX:M\nword:SEX:T", victims.questions());
        assertEquals("", victims.figures());
        victims.answer("word:SEX:M", "F").answer("word:SEX:T", "_T");
        assertEquals("F _T _T 2019 = 1\n_T _T _T 2019 = 3", victims.withoutCells());
    }

    @Test
    void otherLettersAreStillMeasures() {
        assertEquals(
                "measure",
                InventedTable.of("Victims\nYear|A|B|T\n2019|1|2|3").victims().questions());
        assertEquals(
                "_T _T _T 2019 = 3",
                InventedTable.of("Victims\nYear|M|F|T\n2019|1|2|3")
                        .victims()
                        .answer("measure", "T")
                        .withoutCells());
    }

    @Test
    void withoutSexesOnlyTheTotalIsRead() {
        assertEquals(
                "0204 2019 = 3\n0204 2020 = 4",
                InventedTable.of("Cases\nYear|M|F|T\n2019|1|2|3\n2020|2|2|4")
                        .counts("OFFENCES")
                        .withoutCells());
        InventedTable unclear =
                InventedTable.of("Cases\nYear|M|F|T\n2019|1|2|0").counts("OFFENCES");
        assertEquals("", unclear.figures());
    }
}
