package org.tipstats.mapping.reading;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.TableWords;

/** The kinds of cells in a row: numbers, marks in place of numbers, and texts. */
final class RowShape {

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;

    private final BitSet numbers = new BitSet();
    private final BitSet texts = new BitSet();
    private final BitSet marks = new BitSet();
    private final boolean years;
    private final boolean yearsInTurn;
    private final boolean numbering;

    RowShape(Sheet.Row row) {
        boolean rising = true;
        boolean counts = true;
        boolean inTurn = true;
        boolean falling = true;
        int last = 0;
        for (int i = 0; i < row.cells().length; i++) {
            String cell = row.cells()[i];
            if (cell.isEmpty()) {
                continue;
            }
            if (NumberStyle.looksNumeric(cell)) {
                numbers.set(i);
                int year = year(cell);
                rising &= year > last;
                inTurn &= last == 0 || year == last + 1;
                falling &= year > 0 && (last == 0 || year == last - 1);
                counts = counts && cell.equals(Integer.toString(numbers.cardinality()));
                last = year;
            } else {
                (isMark(cell) && !TableWords.all().kinds(cell).contains("rate") ? marks : texts).set(i);
            }
        }
        moveWords(row);
        moveTitle(row, rising);
        this.years = !numbers.isEmpty() && (rising || falling || repeatsYears(row)) && marks.isEmpty();
        this.yearsInTurn = years && (inTurn || falling);
        this.numbering = numbers.cardinality() >= 3 && counts && texts.isEmpty();
    }

    /**
     * Treats words such as "not available" as marks, if there are several and at most one other text. A single such
     * word may name a column.
     */
    private void moveWords(Sheet.Row row) {
        BitSet words = new BitSet();
        texts.stream()
                .filter(i -> !isMark(row.text(i)) && Marks.isInPlace(row.text(i)))
                .forEach(words::set);
        if (words.cardinality() > 1
                && texts.cardinality() - words.cardinality() < 2
                && !isNumbering(words.stream().mapToObj(row::text).toList())) {
            marks.or(words);
            texts.andNot(words);
        }
    }

    /** Returns whether texts number columns, from the first or the second column on: (1), (2), (3). */
    private static boolean isNumbering(List<String> texts) {
        return Stream.of(1, 2)
                .anyMatch(first -> IntStream.range(0, texts.size())
                        .allMatch(i -> texts.get(i).equals("(" + (first + i) + ")")));
    }

    /**
     * Treats the only filled cell of a row as a title of the rows below it, and not as a figure, in two cases: the cell
     * is a year in the first column, or a formula without a result.
     */
    private void moveTitle(Sheet.Row row, boolean isYear) {
        int column = numbers.nextSetBit(0);
        boolean alone = numbers.cardinality() == 1 && texts.isEmpty() && marks.isEmpty();
        if (alone && (isYear && column == 0 || NumberStyle.isWithoutResult(row.text(column)))) {
            numbers.clear();
            texts.set(column);
        }
    }

    /** Returns whether the numbers are years that each group of columns has again: 2019, 2020, 2019, 2020. */
    private boolean repeatsYears(Sheet.Row row) {
        int[] years = numbers.stream().map(i -> year(row.text(i))).toArray();
        int step = years.length < 2 ? 0 : Integer.compare(years[1], years[0]);
        int group = 1;
        while (step != 0 && group < years.length && Integer.compare(years[group], years[group - 1]) == step) {
            group++;
        }
        int length = group;
        return length < years.length
                && years.length % length == 0
                && IntStream.of(years).allMatch(year -> year > 0)
                && IntStream.range(length, years.length).allMatch(i -> years[i] == years[i - length]);
    }

    /** Returns the year of a text that is a year, perhaps with the mark of a note, or -1. */
    private static int year(String cell) {
        String text = Periods.plain(cell);
        int year = text.length() < 4 ? -1 : CellText.digits(text, 0, 4);
        boolean known = year >= FIRST_YEAR && year <= LAST_YEAR;
        return known && (text.length() == 4 || Periods.isNote(text.substring(4))) ? year : -1;
    }

    /** Returns whether a text has neither letters nor digits, like marks for missing figures: a dash, dots, a star. */
    static boolean isMark(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the columns with numbers. */
    BitSet numbers() {
        return numbers;
    }

    BitSet texts() {
        return texts;
    }

    /** Returns the columns with marks, such as a dash, but not a percent sign, which is a name. */
    BitSet marks() {
        return marks;
    }

    /** Returns whether the row has two texts and nothing else. */
    boolean isPair() {
        return texts.cardinality() == 2 && numbers.isEmpty() && marks.isEmpty();
    }

    /** Returns whether the row has years across the columns, or one year, and neither other numbers nor marks. */
    boolean mayHaveYears() {
        return years;
    }

    /** Returns whether the row has figures, or several marks in their place. */
    boolean hasFigures() {
        return !isHeader() && !numbering && (!numbers.isEmpty() || marks.cardinality() > 1);
    }

    /** Returns whether the row has neither a number nor several marks. */
    boolean isText() {
        return numbers.isEmpty() && marks.cardinality() <= 1;
    }

    /** Returns whether the row may be a header: it has years, or it has several texts and no number. */
    boolean isHeader() {
        return hasYears() || (numbers.isEmpty() && texts.cardinality() > 1);
    }

    /** Returns whether the numbers of the row are years across the columns. */
    boolean hasYears() {
        int count = numbers.cardinality();
        return years && count >= 2 && (count > 2 || !texts.isEmpty() || numbers.nextSetBit(0) > 0);
    }

    /** Returns whether the numbers of the row are years that follow each other. */
    boolean hasYearsInTurn() {
        return yearsInTurn;
    }

    /** Returns whether the row only numbers the columns. */
    boolean isNumbering() {
        return numbering;
    }
}
