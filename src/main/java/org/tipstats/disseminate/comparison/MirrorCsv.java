package org.tipstats.disseminate.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tipstats.disseminate.comparison.MirrorResource.MirrorReplies.FigureView;
import org.tipstats.disseminate.comparison.MirrorResource.MirrorReplies.FlowView;
import org.tipstats.disseminate.comparison.MirrorResource.MirrorReplies.PairView;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;

/**
 * Writes the mirror as CSV, one row for each pair or flow. A figure has five columns. If there is no figure, the five
 * columns are empty.
 */
final class MirrorCsv {

    static final CsvTable<PairView> PAIRS = pairs();
    static final CsvTable<FlowView> FLOWS = flows();

    private MirrorCsv() {}

    private static CsvTable<PairView> pairs() {
        List<CsvColumn<PairView>> columns = new ArrayList<>();
        columns.add(CsvColumn.text("REF_AREA", PairView::area));
        columns.add(CsvColumn.text("CITIZENSHIP", PairView::citizenship));
        columns.add(CsvColumn.text("TIME_PERIOD", PairView::year));
        addFigure("DETECTED_", PairView::detected, columns);
        addFigure("RETURNED_", PairView::returned, columns);
        addFigure("RECEIVED_", PairView::received, columns);
        addFigure("DIFFERENCE_", PairView::difference, columns);
        return new CsvTable<>(columns);
    }

    private static CsvTable<FlowView> flows() {
        List<CsvColumn<FlowView>> columns = new ArrayList<>();
        columns.add(CsvColumn.text("REF_AREA", FlowView::area));
        columns.add(CsvColumn.text("TIME_PERIOD", FlowView::year));
        columns.add(CsvColumn.text("FLOW", FlowView::flow));
        addFigure("", FlowView::victims, columns);
        columns.add(CsvColumn.number("KNOWN_SUM", FlowView::knownSum));
        columns.add(CsvColumn.number("N_PARTS", FlowView::parts));
        columns.add(CsvColumn.number("N_KNOWN", FlowView::known));
        return new CsvTable<>(columns);
    }

    private static <T> void addFigure(String prefix, Function<T, FigureView> figure, List<CsvColumn<T>> columns) {
        columns.add(CsvColumn.number(prefix + "OBS_VALUE", row -> of(figure, row, FigureView::value)));
        columns.add(CsvColumn.text(prefix + "OBS_STATUS", row -> of(figure, row, FigureView::status)));
        columns.add(CsvColumn.text(prefix + "CONF_STATUS", row -> of(figure, row, FigureView::confidentiality)));
        columns.add(CsvColumn.number(prefix + "LOWER_BOUND", row -> of(figure, row, FigureView::lower)));
        columns.add(CsvColumn.number(prefix + "UPPER_BOUND", row -> of(figure, row, FigureView::upper)));
    }

    private static <T, C> C of(Function<T, FigureView> figure, T row, Function<FigureView, C> part) {
        FigureView found = figure.apply(row);
        return found == null ? null : part.apply(found);
    }
}
