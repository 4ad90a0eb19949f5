package org.tipstats.site.flows;

import java.util.Map;
import org.tipstats.site.frame.FigureSigns;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/** Makes table cells of figures and collects the signs that the key must explain. Not thread-safe. */
final class PairCells {

    /**
     * A cell.
     *
     * @param value the value as the API writes it; null if it is not shown
     * @param address the link to the figure's page; null if there is no figure
     */
    record Cell(ShownFigure shown, String value, String address) {}

    private final NumberTexts numbers;
    private final Statuses statuses;
    private final FigureSigns signs;

    PairCells(Dataflow dataflow, PageTexts texts) {
        this.numbers = texts.numbers();
        this.signs = new FigureSigns(dataflow.structure(), texts);
        this.statuses = new Statuses(dataflow.structure());
    }

    /**
     * Makes a cell.
     *
     * @param figure the figure; null if there is none
     * @param address the link to the figure's page
     */
    Cell cell(Observation figure, String address) {
        boolean shown = figure != null && figure.value() != null;
        String number = shown ? numbers.exact(figure.value()) : null;
        return new Cell(
                signs.of(figure, number),
                shown ? figure.value().toPlainString() : null,
                figure == null ? null : address);
    }

    /** Checks whether the figure exists but is withheld. */
    boolean isHidden(Observation figure) {
        return statuses.suppressed().equals(figure.status());
    }

    /** Returns the meanings of all signs used so far, by sign. */
    Map<String, String> signs() {
        return signs.signs();
    }
}
