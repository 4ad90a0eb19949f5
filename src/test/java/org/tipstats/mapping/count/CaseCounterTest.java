package org.tipstats.mapping.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipstats.mapping.count.CaseLists.CaseList;
import org.tipstats.mapping.count.CaseReport.Reason;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.vocabulary.schema.Dataflow;

class CaseCounterTest {

    private static final Dataflow VICTIMS =
            CaseLists.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    @TempDir
    Path folder;

    static Stream<CaseList> lists() {
        return CaseLists.all();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theCountsAreThoseWorkedOutByHand(CaseList list) throws IOException {
        JsonNode expected = list.json();
        CaseCounts counts = list.count();
        Map<String, Integer> byCell = byCell(counts);
        Map<String, Integer> wanted = ints(expected.get("counts"));
        Map<String, Integer> found = new TreeMap<>(byCell);
        found.keySet().retainAll(wanted.keySet());

        assertEquals(wanted, found);
        assertEquals(expected.get("cells").asInt(), byCell.size());
        CaseReport report = counts.report();
        assertEquals(expected.get("rows").asInt(), report.rows());
        assertEquals(expected.get("used").asInt(), report.used());
        assertEquals(ints(expected.get("leftOut")), names(report.leftOut()));
        assertEquals(ints(expected.path("unreadable")), report.unreadable());
        assertEquals(expected.path("anonymous").asInt(), report.anonymous());
        assertEquals(expected.path("dayAssumed").asBoolean(), report.isDayAssumed());
        Map<String, Map<String, Integer>> unknown = new TreeMap<>();
        report.unknownCells().keySet().forEach(component -> unknown.put(component, report.unknownWords(component)));
        Map<String, Map<String, Integer>> words = new TreeMap<>();
        expected.get("unknown").properties().forEach(each -> words.put(each.getKey(), ints(each.getValue())));
        assertEquals(words, unknown);
    }

    private static Map<String, Integer> byCell(CaseCounts counts) {
        List<String> fields =
                CaseField.of(counts.dataflow()).stream().map(CaseField::id).toList();
        Map<String, Integer> byCell = new TreeMap<>();
        for (CaseCounts.Count row : counts.rows()) {
            String codes = fields.stream().map(row.components()::get).collect(Collectors.joining("|"));
            byCell.put(row.components().get("TIME_PERIOD") + "|" + codes, row.value());
        }
        return byCell;
    }

    private static Map<String, Integer> names(Map<Reason, Integer> reasons) {
        Map<String, Integer> names = new TreeMap<>();
        reasons.forEach((reason, count) -> names.put(reason.name(), count));
        return names;
    }

    private static Map<String, Integer> ints(JsonNode object) {
        Map<String, Integer> ints = new TreeMap<>();
        object.properties()
                .forEach(each -> ints.put(each.getKey(), each.getValue().asInt()));
        return ints;
    }

    @Test
    void theFileSaysHowItWasCounted() throws IOException {
        String each = CaseLists.of("forms.csv").count().csv();
        assertTrue(
                each.startsWith(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,"
                                + "OBS_VALUE,OBS_STATUS,MULTI_RESPONSE\n"
                                + "dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,FRA,_T,_T,_T,NUMBER,2020,4,A,\n"
                                + "dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,FRA,_T,_T,SEX,NUMBER,2020,3,A,Y\n"),
                each);
        String once = CaseLists.of("spanish.csv").count().csv();
        assertTrue(
                once.contains(",_T,Y0T11,_T,NUMBER,2024,1,A,Age in completed years on the date of the case,Y\n"), once);
    }

    /** The list has names and identifiers in columns that nobody mapped, and in one that is. */
    @Test
    void noNameAndNoIdentifierLeavesTheList() throws IOException {
        CaseList list = CaseLists.of("htcds.csv");
        String all = list.count().csv() + list.count().report().unknownCells();
        Stream.of("Aster", "Birch", "Probe", "X100", "X104", "1990", "K1")
                .forEach(text -> assertFalse(all.contains(text), text));
    }

    /** A column of names that was mapped by mistake has many texts, which are not shown. */
    @Test
    void textsOfAColumnThatHoldsNoWordsAreNotShown() throws IOException {
        CaseReport report = count(
                        "who,Year\nAnna A,2020\nBen B,2020\nCleo C,2020\nDan D,2020\n",
                        Map.of("who", "SEX", "Year", "YEAR"))
                .report();
        assertEquals(Map.of("SEX", 4), report.unknownCells());
        assertEquals(Map.of(), report.unknownWords("SEX"));
        CaseReport numbers = count("who,Year\n19801231-7,2020\n", Map.of("who", "SEX", "Year", "YEAR"))
                .report();
        assertEquals(Map.of(), numbers.unknownWords("SEX"));
    }

    private CaseCounts count(String text, Map<String, String> columns) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), text);
        CaseTable table = CaseTable.find(GridReader.read(file), new CaseMapping(columns, Map.of(), false, null, 0));
        CaseRequest request = CaseLists.of("plain.csv").request();
        return CaseCounter.count(table, request);
    }

    /** A dimension without a column is not broken down. */
    @Test
    void withoutAColumnADimensionHasOnlyItsTotal() throws IOException {
        CaseCounts counts = count("sex,Year\nF,2020\nM,2020\nM,2020\n", Map.of("sex", "SEX", "Year", "YEAR"));
        assertEquals(Map.of("2020|_T|_T|_T", 3, "2020|F|_T|_T", 1, "2020|M|_T|_T", 2), byCell(counts));
    }

    @Test
    void columnsThatAreNotCertainAreRefusedByName() throws IOException {
        Path two = Files.writeString(folder.resolve("two.csv"), "sex,gender,age,year\nF,F,17,2020\n");
        String message = assertThrows(
                        CaseListException.class, () -> CaseTable.guess(GridReader.read(two), VICTIMS, false))
                .getMessage();
        assertEquals(
                "The columns are not certain. No column is known for EXPLOITATION. Several columns may be SEX: \"sex\","
                        + " \"gender\". Name them in a mapping. The columns of line 1 are: \"sex\", \"gender\", \"age\", \"year\".",
                message);
        Path none = Files.writeString(folder.resolve("none.csv"), "a,b\nAnna,1\n");
        assertFalse(assertThrows(CaseListException.class, () -> CaseTable.guess(GridReader.read(none), VICTIMS, false))
                .getMessage()
                .contains("Anna"));
    }

    @Test
    void aMappingNamesOnlyWhatThereIs() {
        Map.of(
                        "{\"columns\": {\"a\": \"COLOUR\"}}", "COLOUR is not a role of a column for VICTIMS",
                        "{\"columns\": {\"a\": \"SEX\"}, \"words\": {\"SEX\": {\"w\": \"W\"}}}",
                                "W is not a code of SEX",
                        "{\"columns\": {\"a\": \"SEX\"}, \"colour\": 1}", "a mapping has no member colour",
                        "{\"columns\": {\"a\": \"DATE\", \"b\": \"DATE\"}}", "DATE has two columns",
                        "{\"columns\": {\"a\": \"SEX\"}, \"referenceDate\": \"today\"}",
                                "referenceDate is row or year-end")
                .forEach((json, problem) -> assertEquals(
                        "The mapping is not valid: " + problem + ".",
                        assertThrows(CaseListException.class, () -> CaseMapping.parse(json, VICTIMS))
                                .getMessage()));
        assertFalse(assertThrows(CaseListException.class, () -> CaseMapping.parse("Anna {", VICTIMS))
                .getMessage()
                .contains("Anna"));
    }
}
