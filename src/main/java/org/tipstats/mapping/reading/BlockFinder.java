package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block.Column;

/**
 * Finds the tables of a sheet. A table begins with a header, which has texts above columns of figures, and goes on to
 * the next header. A table without a header begins with its first row of figures.
 */
public final class BlockFinder {

    /** Largest distance, in lines, of a year from the first figure below it. Further away, the year is not a header. */
    private static final int MOST_ROWS_BETWEEN = 4;

    private final Sheet sheet;
    private final List<Sheet.Row> rows;
    private final List<Block> found = new ArrayList<>();
    private final List<Sheet.Row> above = new ArrayList<>();
    private final List<Sheet.Row> body = new ArrayList<>();
    private final List<Sheet.Row> numbering = new ArrayList<>();
    /** The header rows with one or two years and no other number. */
    private final Set<Sheet.Row> years = new HashSet<>();
    /** The rows with a name and a text that stands in place of their only figure. */
    private final Set<Sheet.Row> masked = new HashSet<>();

    private final BitSet figures = new BitSet();
    /** The columns with marks in place of figures. The texts in an upper row of the header name these columns, too. */
    private final BitSet marked = new BitSet();

    private int position;

    private BlockFinder(Sheet sheet, List<Sheet.Row> rows) {
        this.sheet = sheet;
        this.rows = rows;
    }

    /**
     * Returns the tables of a sheet, from top to bottom; empty if it has neither figures nor marks in their place. The
     * flags must already be separated from the figures.
     */
    public static List<Block> find(Sheet sheet) {
        return find(sheet, sheet.rows());
    }

    /** Returns the tables in the given rows of a sheet. The flags must already be separated from the figures. */
    public static List<Block> find(Sheet sheet, List<Sheet.Row> rows) {
        return find(sheet, rows, List.of());
    }

    /** @param numbering the rows found so far that only number columns */
    private static List<Block> find(Sheet sheet, List<Sheet.Row> rows, List<Sheet.Row> numbering) {
        BlockFinder finder = new BlockFinder(sheet, rows);
        finder.numbering.addAll(numbering);
        for (Sheet.Row row : rows) {
            finder.take(row);
            finder.position++;
        }
        finder.close();
        return finder.found;
    }

    private void take(Sheet.Row row) {
        RowShape shape = new RowShape(row);
        if (shape.isNumbering()) {
            numbering.add(row);
        } else if (isYearOverFigures(row, shape) || areTwoYearsOverFigures(shape)) {
            takeYear(row);
        } else if (shape.hasFigures() || isLikeBody(shape)) {
            figures.or(shape.numbers());
            marked.or(shape.marks());
            body.add(row);
        } else if (isMasked(row, shape)) {
            marked.set(shape.texts().length() - 1);
            masked.add(row);
            body.add(row);
        } else if (body.isEmpty()) {
            above.add(row);
        } else if (isNextHeader(shape)) {
            List<Sheet.Row> next = trailingTexts();
            close();
            above.addAll(next);
            above.add(row);
        } else {
            body.add(row);
        }
    }

    /** Adds a row to the header. If the present table has figures, the row begins the next table. */
    private void takeYear(Sheet.Row row) {
        if (!body.isEmpty()) {
            List<Sheet.Row> next = trailingTexts();
            close();
            above.addAll(next);
        }
        above.add(row);
        years.add(row);
    }

    /** Returns whether the only number of a row is a year above a column of figures, as in {@code Sex | 2019}. */
    private boolean isYearOverFigures(Sheet.Row row, RowShape shape) {
        if (!shape.mayHaveYears() || shape.hasYears() || shape.numbers().cardinality() != 1) {
            return false;
        }
        int column = shape.numbers().nextSetBit(0);
        boolean named = above.stream().anyMatch(each -> isHeaderText(each, column));
        boolean isFree = shape.texts().isEmpty() || (body.isEmpty() && !named);
        return column > 0 && isFree && hasFigureBelow(row, column);
    }

    /** Returns whether a row has only two successive years, and the next row only two other numbers below them. */
    private boolean areTwoYearsOverFigures(RowShape shape) {
        boolean two = shape.hasYearsInTurn()
                && shape.numbers().cardinality() == 2
                && shape.texts().isEmpty();
        if (!two || position + 1 == rows.size()) {
            return false;
        }
        Sheet.Row below = rows.get(position + 1);
        return new RowShape(below).numbers().equals(shape.numbers())
                && shape.numbers().stream().noneMatch(column -> Periods.isPeriod(below.text(column)));
    }

    private boolean hasFigureBelow(Sheet.Row row, int column) {
        for (int i = position + 1; i < rows.size() && rows.get(i).line() <= row.line() + MOST_ROWS_BETWEEN; i++) {
            RowShape below = new RowShape(rows.get(i));
            if (below.isPair() && Marks.isMasked(rows.get(i).text(column))) {
                return true;
            }
            if (!below.numbers().isEmpty()) {
                return below.numbers().get(column) && !below.mayHaveYears();
            }
        }
        return false;
    }

    /**
     * Returns whether a row of a table has only a name and a text in place of a figure: {@code women | confidential}.
     */
    private boolean isMasked(Sheet.Row row, RowShape shape) {
        int column = shape.texts().length() - 1;
        return shape.isPair()
                && Marks.isMasked(row.text(column))
                && !Marks.isMasked(row.text(shape.texts().nextSetBit(0)))
                && (body.isEmpty()
                        ? above.stream().anyMatch(each -> isHeaderText(each, column) || years.contains(each))
                                && !isHeaderBelow(column)
                        : figures.get(column) || marked.get(column));
    }

    /** Returns whether a header comes before the next figure, so that the rows above it belong to a cover. */
    private boolean isHeaderBelow(int column) {
        for (Sheet.Row row : rows.subList(position + 1, rows.size())) {
            RowShape below = new RowShape(row);
            if (below.mayHaveYears() && !below.numbers().isEmpty()
                    || below.isHeader() && !Marks.isMasked(row.text(column))) {
                return true;
            }
            if (below.hasFigures()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isHeaderText(Sheet.Row row, int column) {
        return !row.text(column).isEmpty() && new RowShape(row).isHeader();
    }

    /** Returns whether a row with rising numbers, such as 1960 and 2015, is a row of the table and not a header. */
    private boolean isLikeBody(RowShape shape) {
        if (body.isEmpty() || !shape.hasYears()) {
            return false;
        }
        RowShape before = new RowShape(body.get(body.size() - 1));
        boolean same = before.hasFigures() && before.numbers().equals(shape.numbers());
        return same && (shape.numbers().cardinality() == 2 || !shape.hasYearsInTurn());
    }

    /** Returns whether a row is the next header: it has texts or years in columns where the table above has figures. */
    private boolean isNextHeader(RowShape shape) {
        BitSet over = (BitSet) figures.clone();
        BitSet names = (BitSet) shape.texts().clone();
        names.or(shape.numbers());
        over.and(names);
        return shape.isHeader() && over.cardinality() >= Math.min(2, figures.cardinality());
    }

    /**
     * Removes the rows of text at the end of the body and returns them. They are notes, or titles of the next table.
     */
    private List<Sheet.Row> trailingTexts() {
        List<Sheet.Row> texts = new ArrayList<>();
        while (body.size() > 1 && isWithoutFigures(body.get(body.size() - 1))) {
            texts.add(0, body.remove(body.size() - 1));
        }
        return texts;
    }

    /** Returns whether a row has only texts. A mark below figures is read as a figure, not as a text. */
    private boolean isWithoutFigures(Sheet.Row row) {
        RowShape shape = new RowShape(row);
        return shape.isText() && !masked.contains(row) && !shape.marks().intersects(figures);
    }

    private void close() {
        if (!body.isEmpty()) {
            trailingTexts();
            List<Sheet.Row> header = new ArrayList<>();
            List<Sheet.Row> titles = new ArrayList<>();
            List<Sheet.Row> sections = new ArrayList<>();
            for (Sheet.Row row : above) {
                if (isHeaderRow(row)) {
                    header.add(row);
                    titles.addAll(sections);
                    sections.clear();
                } else {
                    (header.isEmpty() ? titles : sections).add(row);
                }
            }
            body.addAll(0, sections);
            marked.or(figures);
            add(titles, header);
            numbering.clear();
        }
        above.clear();
        body.clear();
        figures.clear();
        marked.clear();
        masked.clear();
    }

    /** Adds the table, or each of several tables that are next to each other. */
    private void add(List<Sheet.Row> titles, List<Sheet.Row> header) {
        List<Column> columns = new HeaderBand(sheet, header, marked).columns(body);
        Block whole = new Block(sheet, titles, header, body, columns);
        Block.Neighbours tables = Block.Neighbours.of(whole);
        if (tables.columns().size() > 1) {
            tables.columns().forEach(table -> found.addAll(find(sheet, tables.rows(table, whole), numbering)));
        } else {
            titles.addAll(numbering);
            found.add(new Block(sheet, titles, header, body, columns));
        }
    }

    private boolean isHeaderRow(Sheet.Row row) {
        RowShape shape = new RowShape(row);
        if (!shape.isHeader()) {
            return years.contains(row);
        }
        BitSet names = (BitSet) shape.texts().clone();
        names.or(shape.numbers());
        names.and(figures);
        boolean last = row == above.get(above.size() - 1);
        return last || !names.isEmpty();
    }
}
