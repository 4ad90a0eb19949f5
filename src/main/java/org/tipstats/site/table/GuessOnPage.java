package org.tipstats.site.table;

import java.util.List;
import java.util.function.Function;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TablePage.CellPlace;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * A guess of the meaning of a file, and the words in which the page shows it.
 *
 * @param places turns addresses into links to cells
 */
record GuessOnPage(
        GuessedFile file,
        SchemaRegistry schemas,
        WordCodes codes,
        GuessTexts texts,
        PageTexts t,
        Function<List<String>, List<CellPlace>> places) {

    private static final int MAX_CELLS = 5;

    /** Returns links to the first few cells. */
    List<CellPlace> some(List<String> cells) {
        return places.apply(cells.subList(0, Math.min(MAX_CELLS, cells.size())));
    }

    Sheet sheet(CellRange range) {
        return file.grid().sheet(range.sheet()).orElse(file.grid().sheets().get(0));
    }

    /** Returns whether the reader answered the question about a decision. */
    static boolean isAnswered(Decision decision) {
        return decision.because() == Decision.Reason.ANSWERED;
    }
}
