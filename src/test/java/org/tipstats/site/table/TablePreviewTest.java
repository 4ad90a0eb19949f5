package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.site.table.TablePreview.PreviewCell;
import org.tipstats.site.table.TablePreview.PreviewRow;

class TablePreviewTest {

    private static final TableParameters ASKED = OwnTable.form(null, null, null);
    private static final TableParameters ANSWERED =
            OwnTable.form("VICTIMS", "NUMBER", "national", "marker:-", "zero", "word:SEX:Zorblax", "_U");

    @Test
    void beforeAnyAnswerNoFigureIsUsed() {
        TablePreview preview = preview(OwnTable.guess(OwnTable.VICTIMS, ASKED), null);

        assertEquals(List.of("", "HHHH", "L??O", "L??O", "L??O"), letters(preview));
        assertEquals(List.of("A", "B", "C", "D"), preview.letters());
    }

    @Test
    void afterAllAnswersEachNumberIsUsedOrLeftOut() {
        GuessedFile file = OwnTable.guess(OwnTable.VICTIMS, ANSWERED);
        TablePreview preview = preview(file, null);

        assertTrue(file.isComplete());
        assertEquals(List.of("", "HHHH", "LUUO", "LUUO", "LUUO"), letters(preview));
        assertEquals("figure-4", cell(preview, "cell-C4").figure(), "a mark that means zero is a figure");
        assertEquals("Rates", cell(preview, "cell-D5").reason());
        assertFalse(preview.more());
    }

    @Test
    void aTableWithoutAHeaderHasNoHeading() {
        String rows = "Trafficking: women,12,15\nTrafficking: men,7,8\nTrafficking: total,19,23\n";
        TablePreview preview = preview(OwnTable.guess(rows, ASKED), null);

        assertEquals(List.of("L??", "L??", "L??"), letters(preview));
    }

    @Test
    void aCorrectedCellShowsItsNewText() {
        TableParameters form = new TableParameters(
                "KGZ", null, null, null, null, null, null, List.of("B3"), List.of("13"), null, null);

        assertEquals(
                "13",
                cell(preview(OwnTable.guess(OwnTable.VICTIMS, form), null), "cell-B3")
                        .text());
    }

    @Test
    void aLongTableIsShownInParts() {
        StringBuilder text = new StringBuilder("Year,Sex,Victims of trafficking\n");
        for (int i = 0; i < 100; i++) {
            text.append(1900 + i).append(",F,").append(i).append('\n');
        }
        GuessedFile file = OwnTable.guess(text.toString(), ASKED);

        TablePreview first = preview(file, null);
        assertEquals(60, first.rows().size());
        assertTrue(first.more());
        TablePreview last = preview(file, CellRange.parse("A90").orElseThrow());
        assertEquals(90, last.rows().get(0).line());
        assertEquals(12, last.rows().size());
        assertFalse(last.more());
        assertTrue(
                preview(file, CellRange.parse("ZZ99999").orElseThrow()).rows().isEmpty(), "nothing is there");
    }

    private static TablePreview preview(GuessedFile file, CellRange from) {
        return TablePreview.of(file, new CellMarks(file.guess()), from, OwnTable.texts());
    }

    private static List<String> letters(TablePreview preview) {
        return preview.rows().stream()
                .map(row ->
                        row.cells().stream().map(cell -> cell.mark().letter()).collect(Collectors.joining()))
                .toList();
    }

    private static PreviewCell cell(TablePreview preview, String id) {
        return preview.rows().stream()
                .map(PreviewRow::cells)
                .flatMap(List::stream)
                .filter(cell -> id.equals(cell.id()))
                .findFirst()
                .orElseThrow();
    }
}
