package org.tipstats.mapping.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.saved.Drift.Kind;

/** The next edition of a table of the same shape, whose words make its figures others. */
class ChangedMeaningTest {

    private static final String TITLE = "Victims of trafficking, 2019 and 2020\n";
    private static final String FIGURES = ";2019;2020\nTotal;10;12\nWomen;6;7\nMen;4;5\n";

    private static SavedTable saved(String table) {
        return new SavedTable(
                table, Map.of("dataflow", "VICTIMS", "unit", "NUMBER", "coverage", "national"), List.of());
    }

    private static List<String> changes(MappingApplication next) {
        return next.drifts().stream()
                .filter(Drift::isHarmful)
                .map(drift -> drift.kind() + " " + drift.text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Suspects of trafficking",
                "Victims of trafficking (in thousands)",
                "Victims of trafficking for forced labour",
                "Women victims of trafficking",
                "Victims of trafficking, rate per 100 000",
                "Подозреваемые в торговле людьми",
                "贩运人口嫌疑人"
            })
    void aTitleThatSaysSomethingElseIsAsked(String title) {
        assertEquals(
                List.of("NEW_TITLE " + title), changes(saved(TITLE + FIGURES).applied(title + "\n" + FIGURES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims of trafficking, 2020 and 2021",
                "Table 7. Victims (revised)",
                "Victims in the Republic",
                "As of 31 May 2021"
            })
    void otherWordsInATitleAreNoChange(String title) {
        MappingApplication next = saved(TITLE + FIGURES).applied(title + "\n" + FIGURES);
        assertEquals(List.of(), next.drifts());
        assertTrue(next.isComplete());
    }

    @Test
    void aTitleThatMayNarrowIsAskedOnce() {
        SavedTable north = new SavedTable(
                "Victims in the north, 2019\n" + FIGURES,
                Map.of(
                        "dataflow", "VICTIMS",
                        "unit", "NUMBER",
                        "coverage", "national",
                        "title:Victims in the north,", "some"),
                List.of());
        assertEquals(List.of(), changes(north.applied("Victims in the north, 2020\n" + FIGURES)));
        assertEquals(
                0,
                north.applied("Victims in the north, 2020\n" + FIGURES)
                        .guess()
                        .observations()
                        .size());
        assertEquals(
                List.of("NEW_TITLE Victims in the south,"),
                changes(saved("Victims\n" + FIGURES).applied("Victims in the south, 2020\n" + FIGURES)));
    }

    /** Mappings that were saved before such headings were asked about have no answer about them. */
    @Test
    void aHeadingThatTheMappingHasIsNotAskedAbout() {
        String table = "Trafficking\nTable;Number;Number\nRoma victims;2018;2019\nWomen;7;8\n";
        assertEquals(List.of(), changes(saved(table).applied(table)));
        assertTrue(saved(table).applied(table).isComplete());
    }

    @Test
    void aTitleIsMissedIfItSaidWhoIsCounted() {
        SavedTable women = saved("Women victims of trafficking, 2019\n;2019\nSexual exploitation;4\nForced labour;2\n");
        assertEquals(
                List.of("TITLE_GONE Women victims of trafficking,"),
                changes(women.applied(
                        "Victims of trafficking, 2020\n;2020\nSexual exploitation;4\nForced labour;2\n")));
    }

    @Test
    void aMappingWithoutTitlesFitsAnyTitle() throws JsonProcessingException {
        MappingMessage form = new MappingMessage(SavedTable.SCHEMAS);
        String older = form.write(saved(TITLE + FIGURES).mapping(), "AUT_OLD", "1.0.0", "")
                .toString()
                .replaceAll(",\\\\\"titles\\\\\":\\[[^\\]]*\\]", "");
        Mapping mapping = form.read(new ObjectMapper().readTree(older));
        assertEquals(null, mapping.tables().get(0).titles());
        assertEquals(
                List.of(),
                MappingApplication.of(
                                mapping, SavedTable.grid("Suspects\n" + FIGURES), SavedTable.SCHEMAS, Answers.NONE)
                        .drifts());
    }

    /** Women are adults beside girls, so the series of women would break without a word. */
    @ParameterizedTest
    @CsvSource({
        "'Year;Sex;N\n2019;Women;6\n2019;Men;4\n', '2019;Girls;2\n'",
        "'Victims;2019\nWomen;6\nMen;4\n', 'Girls;2\n'"
    })
    void theFirstGirlsAreAskedAndTheLastOnesMissed(String without, String girls) {
        String with = without + girls;
        assertEquals(List.of("NEW_WORD Girls"), changes(saved(without).applied(with)));
        assertEquals(List.of(Kind.TOTAL_GONE + " Girls"), changes(saved(with).applied(without)));
        assertEquals(List.of(), changes(saved(with).applied(with + girls.replace("Girls", "Boys"))));
    }

    /** The sums of each file show again that women and men beside minors are adults. */
    @ParameterizedTest
    @CsvSource({
        "2019;10;4;3;3, 2020;12;5;4;3, true",
        "2019;10;4;3;3, 2020;13;5;4;3, false",
        "2019;10;4;3;3, 2020;9;5;4;3, false",
        "2019;10;4;3;3, 2020;9;5;4;0, false",
        "2019;7;4;3;3, 2020;12;5;4;3, false",
        "2019;7;4;3;3, 2020;9;5;4;3, true"
    })
    void sumsThatShowOtherAgesAreAsked(String row, String next, boolean same) {
        String header = TITLE + "Year;Total;Women;Men;Minors\n";
        assertEquals(
                same ? List.of() : List.of("OTHER_AGES ages"),
                changes(saved(header + row).applied(header + next)));
    }

    @ParameterizedTest
    @CsvSource({"adults, 12;5;4;3, true", "adults, 9;5;4;3, false", "all, 12;5;4;3, false", "all, 13;5;4;3, true"})
    void sumsComeBeforeASavedAnswer(String ages, String next, boolean same) {
        String header = TITLE + "Year;Total;Women;Men;Minors\n";
        SavedTable saved = new SavedTable(
                header + "2019;13;4;3;3",
                Map.of("dataflow", "VICTIMS", "unit", "NUMBER", "coverage", "national", "ages", ages),
                List.of());
        assertEquals(same ? List.of() : List.of("OTHER_AGES ages"), changes(saved.applied(header + "2020;" + next)));
    }
}
