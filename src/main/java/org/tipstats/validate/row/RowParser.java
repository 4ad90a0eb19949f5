package org.tipstats.validate.row;

import java.util.Arrays;
import java.util.List;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Reads the cells of rows: turns codes into positions and counts into numbers. Flags cells that cannot be read, but
 * reports no findings.
 */
public final class RowParser {

    private final KeySpace space;
    private final List<LayoutColumn> columns;
    private final int[] fixed;
    private final boolean[][] usable;
    private final int lastYear;
    private final ParsedRow row;

    public RowParser(Layout layout, Dataflow dataflow, KeySpace space, int currentYear) {
        this.space = space;
        this.columns = layout.columns();
        List<Dimension> dimensions = dataflow.structure().dimensions();
        this.fixed = dimensions.stream().mapToInt(d -> fixed(d, dataflow)).toArray();
        this.usable = dimensions.stream()
                .map(d -> d.isTime() ? new boolean[0] : usable(d, dataflow))
                .toArray(boolean[][]::new);
        this.lastYear = currentYear - dataflow.structure().time().firstYear();
        this.row = new ParsedRow(dimensions.size(), columns.size());
    }

    private static int fixed(Dimension dimension, Dataflow dataflow) {
        return dataflow.submission()
                .fixed(dimension.id())
                .map(dimension::positionOf)
                .orElse(ParsedRow.OPEN);
    }

    /**
     * Returns for each position of a dimension whether submissions may use its code. Groups of areas are not usable.
     */
    static boolean[] usable(Dimension dimension, Dataflow dataflow) {
        boolean[] usable = new boolean[dimension.size()];
        CodeList list = dimension.codes();
        for (Code code : dimension.role() == Role.AREA ? list.singleAreas() : list.codes()) {
            usable[code.position()] = dataflow.submission().allows(dimension.id(), code.id());
        }
        return usable;
    }

    /** Reads a row that has as many cells as there are columns. The result is valid until the next call. */
    public ParsedRow parse(RawRow raw) {
        row.start(raw);
        System.arraycopy(fixed, 0, row.positions, 0, fixed.length);
        readAction(raw.cells());
        for (int i = 0; i < columns.size(); i++) {
            LayoutColumn column = columns.get(i);
            String cell = raw.cells()[i];
            switch (column.kind()) {
                case DIMENSION -> readDimension(column, cell);
                case VALUE -> readValue(i, cell);
                case ATTRIBUTE -> readAttribute(column, cell);
                default -> {}
            }
        }
        row.key = isKnown(row.positions) ? space.pack(row.positions) : -1;
        return row;
    }

    /**
     * Returns the positions of a row with too few or too many cells. A position that cannot be known is {@link
     * ParsedRow#OPEN}.
     */
    public int[] guessPositions(RawRow raw) {
        int[] positions = fixed.clone();
        for (LayoutColumn column : columns) {
            if (column.kind() == LayoutColumn.Kind.DIMENSION) {
                boolean there = column.index() < raw.cells().length;
                String cell = there ? CellText.strip(raw.cells()[column.index()]) : "";
                positions[column.dimension().position()] = position(column.dimension(), cell);
            }
        }
        return positions;
    }

    private void readAction(String[] cells) {
        for (LayoutColumn column : columns) {
            if (column.kind() == LayoutColumn.Kind.ACTION) {
                String cell = cells[column.index()];
                String code = CellText.strip(cell);
                row.anyTrimmed |= code.length() != cell.length();
                Action action = Action.of(code);
                if (action == null) {
                    row.flag(column.index());
                } else {
                    row.action = action;
                }
            }
        }
    }

    private void readDimension(LayoutColumn column, String cell) {
        Dimension dimension = column.dimension();
        int position = position(dimension, cell);
        if (position < 0) {
            String code = CellText.strip(cell);
            row.anyTrimmed |= code.length() != cell.length();
            position = code.isEmpty() ? fixed[dimension.position()] : position(dimension, code);
            boolean open = code.isEmpty() && row.action == Action.DELETE;
            if (position < 0 && !open) {
                row.flag(column.index());
            }
        }
        row.positions[dimension.position()] = position;
    }

    private int position(Dimension dimension, String code) {
        int position = dimension.positionOf(code);
        boolean allowed =
                position >= 0 && (dimension.isTime() ? position <= lastYear : usable[dimension.position()][position]);
        return allowed ? position : ParsedRow.OPEN;
    }

    private void readValue(int index, String cell) {
        row.value = CountText.plain(cell);
        if (row.value == CountText.BAD || (row.value != CountText.EMPTY && CountText.hasLeadingZero(cell))) {
            row.value = CountText.parse(cell);
            row.normalised = row.value >= 0;
        }
        if (row.value == CountText.BAD && row.action != Action.DELETE) {
            row.flag(index);
        }
    }

    private void readAttribute(LayoutColumn column, String cell) {
        Attribute attribute = column.attribute();
        String text = cell.isEmpty() ? "" : CellText.strip(cell);
        row.attributes[column.index()] = text.isEmpty() ? null : text;
        row.anyTrimmed |= text.length() != cell.length();
        if (text.isEmpty()) {
            return;
        }
        CodeList codes = attribute.codes();
        Code code = codes == null ? null : codes.find(text).orElse(null);
        int longest = attribute.maxLength() == 0 ? CsvReader.MAX_CELL : attribute.maxLength();
        if (codes == null ? text.length() > longest : code == null) {
            row.flag(column.index());
            return;
        }
        switch (attribute.role()) {
            case STATUS -> row.status = text;
            case CONFIDENTIALITY -> row.confidentiality = text;
            case MULTI_RESPONSE -> row.multiResponse = code != null && code.means("YES");
            default -> {}
        }
    }

    private static boolean isKnown(int[] positions) {
        for (int position : positions) {
            if (position < 0) {
                return false;
            }
        }
        return true;
    }

    /** A row as the parser read it. One object serves all rows, so callers must copy the values that they keep. */
    public static final class ParsedRow {

        /** Marks a dimension whose code is unknown, or in which a row withdraws the observations of every code. */
        public static final int OPEN = -1;

        public RawRow raw;
        public Action action;
        /** The position in each dimension, or {@link #OPEN}. */
        public final int[] positions;
        /** The packed key, or -1 if a position is open. */
        public long key;
        /** The count, {@link CountText#EMPTY} or {@link CountText#BAD}. */
        public long value;
        /** The status that the row states, or null. */
        public String status;
        /** The confidentiality that the row states, or null. */
        public String confidentiality;
        /** Whether a person may be counted in several categories, because the question allows several answers. */
        public boolean multiResponse;
        /** The attribute texts by column index; null for an empty cell or another kind of column. */
        public final String[] attributes;
        /** The columns whose cell is not a valid code, count, period or text. */
        public final boolean[] flagged;
        /** Whether any column is flagged. */
        public boolean anyFlagged;
        /** Whether the count is not written in plain digits, or has a needless zero. */
        public boolean normalised;
        /** Whether blanks around a code or an attribute text were removed. */
        public boolean anyTrimmed;
        /** Whether a rule with severity error reported the row. */
        public boolean faulty;

        ParsedRow(int dimensions, int columns) {
            this.positions = new int[dimensions];
            this.attributes = new String[columns];
            this.flagged = new boolean[columns];
        }

        void start(RawRow row) {
            raw = row;
            action = Action.MERGE;
            key = -1;
            value = CountText.EMPTY;
            status = null;
            confidentiality = null;
            multiResponse = false;
            normalised = false;
            anyTrimmed = false;
            faulty = false;
            if (anyFlagged) {
                Arrays.fill(flagged, false);
                anyFlagged = false;
            }
        }

        void flag(int column) {
            flagged[column] = true;
            anyFlagged = true;
        }

        /** Returns whether the row withdraws more than one observation. */
        public boolean isPattern() {
            return action == Action.DELETE && key < 0 && !faulty;
        }
    }
}
