package org.tipstats.mapping.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.saved.Drift.Kind;

/** The next edition of a table, with all that usually changes from year to year. */
class MappingApplicationTest {

    private static final String YEARS_ACROSS = """
            Opfer von Menschenhandel in Österreich
            ,,
            Merkmal,2021,2022
            Insgesamt,30,35
            Frauen,20,21
            Männer,10,14
            Wien,12,15
            Graz,18,20
            """;

    private static final SavedTable ACROSS = new SavedTable(
            YEARS_ACROSS, Map.of("dataflow", "VICTIMS", "unit", "NUMBER", "coverage", "national"), List.of("A7:C8"));

    private static final String LONG = """
            Jahr;Geschlecht;Art;Anzahl
            2021;Frauen;sexuelle Ausbeutung;7
            2021;Männer;sexuelle Ausbeutung;-
            2021;Frauen;Sklavenarbeit;2
            """;

    private static final SavedTable DOWN = new SavedTable(
            LONG,
            Map.of(
                    "dataflow", "VICTIMS",
                    "unit", "NUMBER",
                    "coverage", "national",
                    "marker:-", "zero",
                    "column:C1", "EXPLOITATION",
                    "word:EXPLOITATION:Sklavenarbeit", "LAB"),
            List.of());

    @Test
    void theSameFileGivesTheSameFiguresWithoutAQuestion() {
        MappingApplication again = ACROSS.applied(YEARS_ACROSS);
        assertEquals(6, again.guess().observations().size());
        assertEquals(SavedTable.figures(ACROSS.guess()), SavedTable.figures(again.guess()));
        assertEquals(List.of(), again.drifts());
        assertTrue(again.isComplete());
    }

    /** A mapping keeps the code of a word in its column. The word means more beside others. */
    @Test
    void girlsInAColumnOfSexesStayGirlsAndWomenBesideThemAdults() {
        SavedTable table = new SavedTable(
                "Jahr;Geschlecht;Anzahl\n2021;Frauen;40\n2021;Mädchen;7\n2021;Männer;5\n",
                Map.of("dataflow", "VICTIMS", "unit", "NUMBER", "coverage", "national"),
                List.of());
        assertEquals(
                List.of(
                        "VICTIMS Y0T17._T.A.AUT.F.2021.NUMBER 7 C3",
                        "VICTIMS Y_GE18._T.A.AUT.F.2021.NUMBER 40 C2",
                        "VICTIMS Y_GE18._T.A.AUT.M.2021.NUMBER 5 C4"),
                SavedTable.figures(table.guess()));
        MappingApplication next =
                table.applied("Jahr;Geschlecht;Anzahl\n2022;Frauen;41\n2022;Mädchen;8\n2022;Männer;6\n");
        assertEquals(
                List.of(
                        "VICTIMS Y0T17._T.A.AUT.F.2022.NUMBER 8 C3",
                        "VICTIMS Y_GE18._T.A.AUT.F.2022.NUMBER 41 C2",
                        "VICTIMS Y_GE18._T.A.AUT.M.2022.NUMBER 6 C4"),
                SavedTable.figures(next.guess()));
    }

    @Test
    void aFurtherYearIsNoChange() {
        MappingApplication next = ACROSS.applied(YEARS_ACROSS
                .replace("2021,2022", "2021,2022,2023")
                .replace("30,35", "30,35,40")
                .replace("20,21", "20,21,22")
                .replace("10,14", "10,14,18")
                .replace("12,15", "12,15,17")
                .replace("18,20", "18,20,23"));
        assertEquals(9, next.guess().observations().size());
        assertEquals(List.of(), next.drifts());
        assertTrue(next.isComplete());
        assertTrue(SavedTable.figures(next.guess()).stream().anyMatch(line -> line.endsWith("2023.NUMBER 40 D4")));
    }

    @Test
    void aNewFlagOfEurostatIsNoQuestion() {
        String first =
                "freq,unit,sex,geo\\TIME_PERIOD\t2021 \t2022 \nA,NR,F,AT\t12 \t: c\nA,NR,M,AT\t3 \t4 p\nA,NR,F,DE\t90 \t: \n";
        SavedTable table = new SavedTable(
                first, Map.of("dataflow", "VICTIMS", "unit", "NUMBER", "coverage", "national"), List.of());
        assertEquals(4, table.guess().observations().size());
        MappingApplication next = table.applied(first.replace("2022 \n", "2022 \t2023 \n")
                .replace(": c\n", "9 \t14 e\n")
                .replace("4 p\n", "4 \t6 b\n")
                .replace(": \n", "80 \t: \n"));
        assertEquals(6, next.guess().observations().size());
        assertTrue(next.isComplete(), next.drifts().toString());
    }

    @Test
    void aMovedHeaderIsReportedAndDoesNoHarm() {
        MappingApplication next = ACROSS.applied("Neue Überschrift\nStand: Mai\n" + YEARS_ACROSS);
        assertEquals(
                List.of(Kind.MOVED), next.drifts().stream().map(Drift::kind).toList());
        assertEquals(6, next.guess().observations().size());
        assertTrue(next.isComplete());
    }

    @Test
    void aTableWithoutItsTitleGoesIn() {
        MappingApplication next = ACROSS.applied(YEARS_ACROSS.substring(YEARS_ACROSS.indexOf("Merkmal")));
        assertEquals(6, next.guess().observations().size());
        assertTrue(next.isComplete());
    }

    @Test
    void aRowThatNobodyKnowsIsAsked() {
        MappingApplication next = ACROSS.applied(YEARS_ACROSS + "Linz,1,2\n");
        assertFalse(next.isComplete());
        assertEquals(
                List.of("A9"),
                next.drifts().stream().filter(Drift::isHarmful).map(Drift::text).toList());
        assertEquals(6, next.guess().observations().size(), "what is known stays known");
    }

    @Test
    void aNewWordIsAskedAndTheAnswerIsEnough() {
        String edition = LONG + "2022;Frauen;Organe;1\n2022;Frauen;Knechtschaft;3\n";
        MappingApplication next = DOWN.applied(edition);
        assertFalse(next.isComplete());
        assertEquals(
                List.of("Knechtschaft"),
                next.drifts().stream()
                        .filter(Drift::isHarmful)
                        .map(Drift::text)
                        .filter(text -> !text.equals("Organe"))
                        .toList());
        Answers answers = new Answers(
                Map.of(
                        Answers.normal("word:EXPLOITATION:Knechtschaft"), "LAB_SLAV",
                        Answers.normal("word:EXPLOITATION:Organe"), "ORG"),
                Map.of(),
                List.of(),
                Map.of());
        MappingApplication answered = DOWN.applied(edition, answers);
        assertTrue(
                answered.isComplete(),
                () -> answered.drifts() + " " + answered.guess().questions());
        assertTrue(SavedTable.figures(answered.guess()).stream().anyMatch(line -> line.contains("LAB_SLAV")));
    }

    @Test
    void aNewMarkIsAsked() {
        for (String mark : List.of("*", ":")) {
            MappingApplication next = DOWN.applied(LONG + "2022;Frauen;sexuelle Ausbeutung;" + mark + "\n");
            assertFalse(next.isComplete());
            assertTrue(next.drifts().stream()
                    .anyMatch(drift ->
                            drift.kind() == Kind.NEW_MARKER && drift.text().equals(mark)));
        }
    }

    @Test
    void aTotalThatIsGoneIsReported() {
        MappingApplication next = ACROSS.applied(YEARS_ACROSS.replace("Insgesamt,30,35\n", ""));
        assertFalse(next.isComplete());
        assertEquals(
                List.of("Insgesamt"),
                next.drifts().stream()
                        .filter(drift -> drift.kind() == Kind.TOTAL_GONE)
                        .map(Drift::text)
                        .toList());
    }

    @Test
    void ratesInPlaceOfCountsAreRefused() {
        MappingApplication next = DOWN.applied(
                LONG.replace(";7", ";0,7").replace(";2\n", ";0,2\n").replace(";-", ";0,1"));
        assertEquals(List.of(), next.guess().observations());
        assertEquals("rate-not-count", next.guess().refusals().get(0).rule());
    }

    @Test
    void aNewTableIsReported() {
        MappingApplication next =
                ACROSS.applied(YEARS_ACROSS + "\nAlter,Anzahl der Opfer 2022,Täter 2022\nKinder,5,6\nErwachsene,7,8\n");
        assertFalse(next.isComplete());
        assertTrue(next.drifts().stream().anyMatch(drift -> drift.kind() == Kind.NEW_TABLE));
    }

    @Test
    void aFileIsRecognisedByItsNames() {
        assertTrue(MappingApplication.fits(ACROSS.mapping(), SavedTable.grid(YEARS_ACROSS.replace("2022", "2023"))));
        assertTrue(MappingApplication.fits(DOWN.mapping(), SavedTable.grid(LONG + "2022;Frauen;Organe;1\n")));
        assertFalse(MappingApplication.fits(DOWN.mapping(), SavedTable.grid(YEARS_ACROSS)));
        assertFalse(MappingApplication.fits(ACROSS.mapping(), SavedTable.grid(LONG)));
    }

    private static final String ADJUSTED_TABLE = """
            Opfer von Menschenhandel in Österreich,,
            Behörde,Polizei,Polizei
            Merkmal,2021,2022
            Frauen,20,21
            Männer,10,14
            Alle Delikte,900,950
            """;

    /** The header is one row, and the row about all crimes is no part of the table. */
    private static final SavedTable ADJUSTED = new SavedTable(
            ADJUSTED_TABLE,
            Map.of(
                    "dataflow", "VICTIMS",
                    "unit", "NUMBER",
                    "coverage", "national",
                    "header:A2:C6", "3",
                    "range:A2:C6", "A3:C5"),
            List.of());

    @Test
    void aTableThatWasMovedByHandIsReadWithoutAQuestion() {
        assertEquals(4, ADJUSTED.guess().observations().size());
        MappingApplication again = ADJUSTED.applied(ADJUSTED_TABLE);
        assertEquals(SavedTable.figures(ADJUSTED.guess()), SavedTable.figures(again.guess()));
        assertEquals(List.of(), again.drifts());
        assertTrue(again.isComplete());
    }

    @Test
    void itMovesInTheSameWayInTheNextEdition() {
        String edition = "Stand: Mai\n"
                + ADJUSTED_TABLE
                        .replace("2021,2022", "2021,2022,2023")
                        .replace("Polizei,Polizei", "Polizei,Polizei,Polizei")
                        .replace("20,21", "20,21,22")
                        .replace("10,14\n", "10,14,18\nUnbekannt,1,0,2\n")
                        .replace("900,950", "900,950,980");
        MappingApplication next = ADJUSTED.applied(edition);
        List<String> figures = SavedTable.figures(next.guess());
        assertEquals(9, figures.size());
        assertTrue(figures.stream().anyMatch(line -> line.endsWith("2023.NUMBER 2 D7")), figures::toString);
        assertTrue(figures.stream().noneMatch(line -> line.contains("980")));
    }

    @Test
    void aTableThatCannotBeMovedSoIsAChange() {
        MappingApplication next = ADJUSTED.applied(ADJUSTED_TABLE.replace("Frauen,20,21\nMänner,10,14\n", ""));
        assertFalse(next.isComplete());
        assertTrue(next.drifts().stream().anyMatch(Drift::isHarmful));
    }

    @Test
    void aTableThatWasDividedByHandIsDividedAgain() {
        String table = "Opfer von Menschenhandel,2019,2020\nFrauen,12,15\nTatverdächtige,2019,2020\nMänner,4,5\n";
        SavedTable divided = new SavedTable(
                table,
                Map.of(
                        "dataflow", "VICTIMS",
                        "unit", "NUMBER",
                        "coverage", "national",
                        "range:A1:C4", "A1:C2",
                        "column:B3", "ignore",
                        "column:C3", "ignore"),
                List.of());
        assertEquals(2, divided.mapping().tables().size());
        MappingApplication again = divided.applied(table);
        assertEquals(2, again.guess().observations().size());
        assertEquals(SavedTable.figures(divided.guess()), SavedTable.figures(again.guess()));
        assertEquals(List.of(), again.drifts());
        assertTrue(MappingApplication.fits(divided.mapping(), SavedTable.grid(table)));
    }

    @Test
    void aFiscalYearKeepsTheYearThatWasChosen() {
        String table = "Opfer von Menschenhandel,2016/17,2017/18\nFrauen,20,21\nMänner,10,14\n";
        SavedTable fiscal = new SavedTable(
                table,
                Map.of(
                        "dataflow", "VICTIMS",
                        "unit", "NUMBER",
                        "coverage", "national",
                        "word:TIME_PERIOD:2016/17", "2016",
                        "word:TIME_PERIOD:2017/18", "2017"),
                List.of());
        MappingMessage message = new MappingMessage(SavedTable.SCHEMAS);
        Mapping saved = message.read(message.write(fiscal.mapping(), "AUT_FISCAL", "1.0.0", ""));
        assertEquals(fiscal.mapping(), saved);

        MappingApplication again =
                MappingApplication.of(saved, SavedTable.grid(table), SavedTable.SCHEMAS, Answers.NONE);
        assertEquals(List.of(), again.guess().questions());
        assertEquals(SavedTable.figures(fiscal.guess()), SavedTable.figures(again.guess()));
        assertEquals(List.of(), again.drifts());

        MappingApplication next = fiscal.applied(table.replace("2016/17", "2018/19"));
        assertEquals(
                List.of("word:TIME_PERIOD:2018/19"),
                next.guess().questions().stream().map(each -> each.id()).toList(),
                "a year that nobody knows is asked");
        assertTrue(next.drifts().stream().noneMatch(Drift::isHarmful));
    }
}
