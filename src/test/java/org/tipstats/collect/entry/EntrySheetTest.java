package org.tipstats.collect.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.entry.EntryDraft.TypedTexts;
import org.tipstats.collect.entry.EntrySheet.PartsSum;
import org.tipstats.collect.entry.EntrySheet.SheetCell;
import org.tipstats.collect.entry.EntrySheet.SheetRow;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SampleStructures;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests grids by hand: their rows, what they show, and their sums. */
class EntrySheetTest {

    private static final Dataflow VICTIMS = SampleStructures.dataflow(SampleStructures.victims(), Map.of());
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final List<String> YEARS = List.of("2015", "2016");

    private static long key(String codes) {
        return SPACE.parse("AUT." + codes.replaceFirst("[.](\\d{4})$", ".NUMBER.$1"))
                .orElseThrow();
    }

    private static String text(String codes) {
        return SPACE.format(key(codes));
    }

    private static EntrySheet sheet(Dataflow flow, String block, List<Observation> held, Map<String, String> typed) {
        return sheet(flow, block, YEARS, null, held, typed);
    }

    private static EntrySheet sheet(
            Dataflow flow,
            String block,
            List<String> years,
            String last,
            List<Observation> held,
            Map<String, String> typed) {
        EntryShape shape = new EntryShape(flow, "AUT");
        EntryBlock chosen = shape.blocks().stream()
                .filter(each -> each.id().equals(block))
                .findFirst()
                .orElseThrow();
        return EntrySheet.of(
                shape,
                chosen,
                years,
                last,
                new EntryFigures(shape, years, held, EntryDraft.NONE.with(new TypedTexts(typed, Map.of()))));
    }

    private static List<String> rows(EntrySheet sheet) {
        List<String> rows = new ArrayList<>();
        sheet.groups()
                .forEach(group -> group.rows()
                        .forEach(row -> rows.add("-".repeat(row.depth())
                                + (row.code() == null ? "total" : row.code().id()))));
        return rows;
    }

    private static SheetRow row(EntrySheet sheet, String codes) {
        return sheet.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.key().equals(text(codes))))
                .findFirst()
                .orElseThrow();
    }

    private static SheetCell cell(EntrySheet sheet, String codes) {
        return row(sheet, codes).cells().stream()
                .filter(cell -> cell.key().equals(text(codes)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOverviewHasTheTotalAndOneBreakdownAfterTheOther() {
        EntrySheet sheet = sheet(VICTIMS, "", List.of(), Map.of());

        assertEquals(
                List.of(
                        "total",
                        "F",
                        "M",
                        "_O",
                        "_U",
                        "Y0T17",
                        "-Y0T11",
                        "-Y12T17",
                        "Y_GE18",
                        "-Y18T24",
                        "-Y_GE25",
                        "_U",
                        "SEX",
                        "LAB",
                        "-LAB_AGRI",
                        "-LAB_DOM",
                        "OTH",
                        "_U"),
                rows(sheet));
        assertEquals(
                "AUT._T._T._T.NUMBER.2015",
                sheet.groups().get(0).rows().get(0).cells().get(0).key());
        assertEquals(YEARS, sheet.years());
    }

    @Test
    void otherBlocksBreakDownByTwoAndMoreDimensions() {
        EntryShape shape = new EntryShape(VICTIMS, "AUT");
        assertEquals(
                List.of("", "SEX.AGE", "SEX.EXPLOITATION", "AGE.EXPLOITATION", "SEX.AGE.EXPLOITATION"),
                shape.blocks().stream().map(EntryBlock::id).toList());

        EntrySheet sheet = sheet(VICTIMS, "SEX.AGE", List.of(), Map.of());
        assertEquals(40, sheet.size(), "5 sexes by 8 ages");
        assertEquals("F", sheet.groups().get(1).heads().get(0).id());
        assertEquals("SEX.AGE", shape.block(key("F.Y0T11._T.2015")).id());
        assertEquals("", shape.block(key("F._T._T.2015")).id());
    }

    @Test
    void aTotalStandsBesideTheSumsOfItsParts() {
        List<Observation> held = List.of(
                Observation.count(key("_T._T._T.2016"), 60, "A"),
                Observation.count(key("_T.Y0T11._T.2016"), 5, "A"),
                Observation.count(key("_T.Y12T17._T.2016"), 7, "A"),
                Observation.count(key("_T.Y_GE18._T.2016"), 50, "A"));
        Map<String, String> typed = Map.of(
                text("_T._T._T.2016"), "61",
                text("F._T._T.2016"), "٤٠",
                text("M._T._T.2016"), "28",
                text("_O._T._T.2016"), "M",
                text("_T._U._T.2016"), "q");
        EntrySheet sheet = sheet(VICTIMS, "", held, typed);

        SheetRow total = row(sheet, "_T._T._T.2016");
        assertEquals(
                List.of("SEX", "AGE", "EXPLOITATION"),
                total.sums().stream().map(sum -> sum.dimension().id()).toList());
        assertEquals(List.of(1, 2, 3, 4), total.sums().get(0).rows());
        SheetCell cell = cell(sheet, "_T._T._T.2016");
        assertEquals("60", cell.held());
        assertEquals("61", cell.typed());
        assertEquals(61, cell.count());
        assertEquals(new PartsSum(68, false), cell.sums().get(0), "40 and 28; what does not apply is nothing");
        assertEquals(new PartsSum(62, true), cell.sums().get(1), "5, 7 and 50; a count that is kept back is unknown");
        assertEquals(null, cell.sums().get(2), "no form has a figure");
        assertEquals(
                new PartsSum(12, false), cell(sheet, "_T.Y0T17._T.2016").sums().get(0));
        assertTrue(cell(sheet, "_T._T._T.2015").sums().stream().allMatch(sum -> sum == null));
    }

    @Test
    void whoIsCountedSeveralTimesIsNotAddedUp() {
        Dataflow support = SampleStructures.dataflow(SampleStructures.support(), Map.of());
        EntrySheet sheet = sheet(support, "", List.of(), Map.of());
        assertEquals(
                List.of("SEX"),
                sheet.groups().get(0).rows().get(0).sums().stream()
                        .map(sum -> sum.dimension().id())
                        .toList());
    }

    /** 280 rows and 60 years would be 16,800 cells. */
    @Test
    void aLargeGridHasFewerYears() {
        List<String> years =
                IntStream.rangeClosed(2000, 2059).mapToObj(Integer::toString).toList();
        String all = "SEX.AGE.EXPLOITATION";
        EntrySheet last = sheet(VICTIMS, all, years, null, List.of(), Map.of());
        assertEquals(280, last.size());
        assertEquals(35, last.years().size());
        assertEquals("2059", last.years().get(34));
        assertEquals(
                "2000",
                sheet(VICTIMS, all, years, "2024", List.of(), Map.of()).years().get(0));
    }

    @Test
    void aFormHasOneTextForEachRowAndYear() {
        EntryPart part = new EntryPart("r", "AUT", VICTIMS, YEARS, true);
        assertEquals(
                Map.of(
                        text("F._T._T.2015"), "1",
                        text("F._T._T.2016"), "2",
                        text("M._T._T.2015"), "3",
                        text("M._T._T.2016"), ""),
                EntryService.typed(
                        part, List.of(text("F._T._T.2015"), text("M._T._T.2015")), YEARS, List.of("1", "2", "3", "")));
        assertEquals(Map.of(), EntryService.typed(part, List.of("nonsense"), List.of("2015"), List.of("1")));
    }

    @Test
    void onlyFiguresThatAreAskedHaveAKey() {
        EntryShape shape = new EntryShape(VICTIMS, "AUT");
        assertTrue(shape.key(text("F._T._T.2015"), YEARS).isPresent());
        assertTrue(shape.key(text("F._T._T.2014"), YEARS).isEmpty(), "another year");
        assertTrue(shape.key("BEL.F._T._T.NUMBER.2015", YEARS).isEmpty(), "another area");
        assertTrue(shape.key("AUT.F._T._T.PER_100000_POP.2015", YEARS).isEmpty(), "a rate");
    }

    /** Every dataflow of the service fits into forms of 10,000 cells for three years, in all its blocks. */
    @Test
    void formsOfAllDataflowsAreOfAUsefulSize() {
        SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
        List<String> years = List.of("2022", "2023", "2024");
        for (Dataflow flow : schemas.reported()) {
            EntryShape shape = new EntryShape(flow, "AUT");
            for (EntryBlock block : shape.blocks()) {
                EntrySheet sheet = EntrySheet.of(
                        shape, block, years, null, new EntryFigures(shape, years, List.of(), EntryDraft.NONE));
                assertTrue(sheet.size() > 0 && sheet.years().equals(years), flow.id() + " " + block.id());
            }
            EntrySheet overview = EntrySheet.of(
                    shape,
                    EntryBlock.OVERVIEW,
                    years,
                    null,
                    new EntryFigures(shape, years, List.of(), EntryDraft.NONE));
            assertTrue(overview.size() <= 70, flow.id() + " begins with " + overview.size() + " rows");
        }
    }
}
