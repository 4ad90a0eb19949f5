package org.tipstats.site.flows;

import java.util.Map;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.ShownFigure;
import org.tipstats.site.frame.Signs;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/** Turns figures into cells, and remembers which signs need a key. */
final class PairCells {

    /**
     * A cell.
     *
     * @param value as the API writes it; null where none is shown
     * @param address of the figure's page; null where there is no such figure
     */
    record Cell(ShownFigure shown, String value, String address) {}

    private final NumberTexts numbers;
    private final Statuses statuses;
    private final Signs signs;

    PairCells(Dataflow dataflow, PageTexts texts) {
        this.numbers = new NumberTexts(texts);
        this.signs = new Signs(dataflow.structure(), texts);
        this.statuses = new Statuses(dataflow.structure());
    }

    /** @param figure null where there is none @param address of its page */
    Cell cell(Observation figure, String address) {
        boolean shown = figure != null && figure.value() != null;
        String number = shown ? numbers.exact(figure.value()) : null;
        return new Cell(
                signs.of(figure, number),
                shown ? figure.value().toPlainString() : null,
                figure == null ? null : address);
    }

    /** Whether a figure is there and not shown. */
    boolean isHidden(Observation figure) {
        return statuses.suppressed().equals(figure.status());
    }

    /** The meaning of every sign so far, by sign. */
    Map<String, String> signs() {
        return signs.signs();
    }
}
