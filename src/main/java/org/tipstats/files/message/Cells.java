package org.tipstats.files.message;

import java.util.Arrays;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** What one level of a message (data set, group, series, observation) says, by column. */
final class Cells {

    /** How a message says that there is no value on purpose. */
    private static final String NOT_A_NUMBER = "NaN";

    private final Columns columns;
    private String[] texts;

    Cells(Columns columns) {
        this.columns = columns;
        this.texts = new String[columns.size()];
    }

    /** What is said in a column, or null. */
    String get(int column) {
        return column < texts.length ? texts[column] : null;
    }

    /** Takes what the message says of a component; null says nothing. */
    void put(String id, String text, int line) {
        int column = columns.place(id, line);
        if (text == null) {
            return;
        }
        if (text.length() > CsvReader.MAX_CELL) {
            throw new MalformedFileException(Reason.CELL_TOO_LONG, line);
        }
        if (get(column) != null) {
            throw new MalformedFileException(Reason.GIVEN_TWICE, line, id);
        }
        set(column, columns.isValue(column) && text.equals(NOT_A_NUMBER) ? "" : text);
    }

    void set(int column, String text) {
        if (column >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(columns.size(), column + 1));
        }
        texts[column] = text;
    }

    /** Takes from a level above what this one doesn't say; two codes of one dimension contradict each other. */
    void inherit(Cells above, int line) {
        for (int column = 0; column < above.texts.length; column++) {
            String text = above.texts[column];
            if (text == null) {
                continue;
            }
            String own = get(column);
            if (own == null) {
                set(column, text);
            } else if (columns.isKey(column) && !own.equals(text)) {
                throw new MalformedFileException(Reason.GIVEN_TWICE, line, columns.id(column));
            }
        }
    }

    /** Gives the dimensions to one level and all else to another. */
    void split(Cells dimensions, Cells others, int line) {
        for (int column = 0; column < texts.length; column++) {
            Cells target = columns.isKey(column) ? dimensions : others;
            if (texts[column] != null) {
                if (target.get(column) != null) {
                    throw new MalformedFileException(Reason.GIVEN_TWICE, line, columns.id(column));
                }
                target.set(column, texts[column]);
            }
        }
    }

    boolean isEmpty() {
        return Arrays.stream(texts).allMatch(text -> text == null);
    }

    /** The columns in which something is said. */
    int[] columns() {
        int[] said = new int[texts.length];
        int count = 0;
        for (int column = 0; column < texts.length; column++) {
            if (texts[column] != null) {
                said[count++] = column;
            }
        }
        return Arrays.copyOf(said, count);
    }

    /** A row of the table. */
    String[] toRow() {
        String[] row = Arrays.copyOf(texts, columns.size());
        for (int column = 0; column < row.length; column++) {
            if (row[column] == null) {
                row[column] = "";
            }
        }
        return row;
    }
}
