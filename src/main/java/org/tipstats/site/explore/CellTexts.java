package org.tipstats.site.explore;

import java.util.Map;
import org.tipstats.site.frame.FigureSigns;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Turns observations into cells and collects the signs that need a legend. A cell without a value contains nothing
 * about it.
 */
final class CellTexts {

    private final NumberTexts numbers;
    private final Statuses statuses;
    private final FigureSigns signs;

    CellTexts(DataStructure structure, PageTexts texts) {
        this.numbers = new NumberTexts(texts);
        this.signs = new FigureSigns(structure, texts);
        this.statuses = new Statuses(structure);
    }

    /**
     * Makes a cell.
     *
     * @param observation null if there is none
     * @param address the address of the figure's page
     */
    DataTable.Cell cell(Observation observation, String address) {
        ShownFigure shown = signs.of(observation, null);
        if (observation == null || observation.value() == null) {
            return new DataTable.Cell(
                    null, shown.sign(), shown.words(), null, null, null, observation == null ? null : address, false);
        }
        Coverage coverage = observation.coverage();
        boolean bounded = coverage != null
                && coverage.lower() != null
                && coverage.upper() != null
                && coverage.lower().compareTo(coverage.upper()) != 0;
        return new DataTable.Cell(
                numbers.exact(observation.value()),
                shown.sign(),
                shown.words(),
                observation.value().toPlainString(),
                bounded ? coverage.lower().toPlainString() : null,
                bounded ? coverage.upper().toPlainString() : null,
                address,
                statuses.notComparable(observation.status()));
    }

    /** Returns the meanings of all signs used so far, by sign. */
    Map<String, String> signs() {
        return signs.signs();
    }
}
