package org.tipstats.validate.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Reads the rows of a file that this service may have published, so that an area can correct the file and submit it. If
 * a cell has a code with its name, for example {@code AUT: Austria}, keeps only the code. From a published file, leaves
 * out rates, because the service computes them, and withheld figures, because rows without a value would replace the
 * accepted figures.
 */
final class PublishedRows implements RowSource {

    private final RowSource rows;
    private final boolean published;
    private final List<LayoutColumn> labelled;
    private final Dataflow dataflow;
    private final Dimension unit;
    private final String withheld;
    private final int unitCell;
    private final int confidentialityCell;
    private final int valueCell;
    private final Omitted rates = new Omitted();
    private final Omitted hidden = new Omitted();
    private RawRow next;

    private PublishedRows(
            RowSource rows, Layout layout, boolean published, List<LayoutColumn> labelled, Dataflow dataflow) {
        DataStructure structure = dataflow.structure();
        this.rows = rows;
        this.published = published;
        this.labelled = labelled;
        this.dataflow = dataflow;
        this.unit = structure.unit();
        this.withheld = new Statuses(structure).withheld();
        this.unitCell = cell(layout, unit.id());
        this.confidentialityCell = cell(
                layout, structure.attribute(Role.CONFIDENTIALITY).orElseThrow().id());
        this.valueCell = cell(layout, structure.measure().id());
    }

    /**
     * Returns the rows of a file, whether or not this service made it. If it did not, and no column has names beside
     * its codes, returns the same object.
     *
     * @param sentByUs whether the file says that this service sent it
     */
    static RowSource of(RowSource rows, Dataflow dataflow, boolean sentByUs) {
        Optional<RawRow> header = rows.header();
        if (header.isEmpty()) {
            return rows;
        }
        Layout layout = Layout.of(header.get(), dataflow);
        List<LayoutColumn> labelled = layout.columns().stream()
                .filter(column -> column.codes() != null && column.hasLabel())
                .toList();
        boolean published = sentByUs || layout.isPublished();
        return published || !labelled.isEmpty() ? new PublishedRows(rows, layout, published, labelled, dataflow) : rows;
    }

    /** Returns the index of a column, or -1 if the file does not have it. */
    private static int cell(Layout layout, String id) {
        return layout.columns().stream()
                .filter(column -> column.place().name().equals(id))
                .mapToInt(LayoutColumn::index)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public Optional<RawRow> header() {
        return rows.header();
    }

    @Override
    public List<RawRow> rowsBeforeHeader() {
        return rows.rowsBeforeHeader();
    }

    @Override
    public void ignoreColumns(boolean[] columns) {
        rows.ignoreColumns(columns);
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            RawRow row = withoutLabels(rows.next());
            next = published && isOmitted(row) ? null : row;
        }
        return next != null;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawRow row = next;
        next = null;
        return row;
    }

    private RawRow withoutLabels(RawRow row) {
        for (LayoutColumn column : labelled) {
            int label = column.index() < row.cells().length ? row.cells()[column.index()].indexOf(Layout.LABEL) : -1;
            if (label > 0) {
                row.cells()[column.index()] = row.cells()[column.index()].substring(0, label);
            }
        }
        return row;
    }

    private boolean isOmitted(RawRow row) {
        String code = text(row, unitCell);
        if (unit.positionOf(code) >= 0 && !dataflow.submission().allows(unit.id(), code)) {
            return rates.add(row);
        }
        boolean isHidden = withheld.equals(text(row, confidentialityCell))
                && text(row, valueCell).isEmpty();
        return isHidden && hidden.add(row);
    }

    private static String text(RawRow row, int cell) {
        return cell >= 0 && cell < row.cells().length ? CellText.strip(row.cells()[cell]) : "";
    }

    @Override
    public List<Assumption> assumptions() {
        List<Assumption> all = new ArrayList<>(rows.assumptions());
        rates.assumption(Assumption.Kind.PUBLISHED_RATES).ifPresent(all::add);
        hidden.assumption(Assumption.Kind.PUBLISHED_WITHHELD).ifPresent(all::add);
        return all;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Counts rows that are left out, and keeps their first and last line. */
    private static final class Omitted {

        private int count;
        private int first;
        private int last;

        boolean add(RawRow row) {
            first = count == 0 ? row.line() : first;
            last = row.line();
            count++;
            return true;
        }

        Optional<Assumption> assumption(Assumption.Kind kind) {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Assumption(kind, first, last, String.valueOf(count)));
        }
    }
}
