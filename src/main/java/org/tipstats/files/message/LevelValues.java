package org.tipstats.files.message;

import java.util.Arrays;
import java.util.Set;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * The texts that one level of a message gives, by column. A level is a data set, a group, a series or an observation.
 */
final class LevelValues {

    /** The text by which a message marks an absent value. */
    private static final String NOT_A_NUMBER = "NaN";

    private final MessageColumns columns;
    private String[] texts;

    LevelValues(MessageColumns columns) {
        this.columns = columns;
        this.texts = new String[columns.size()];
    }

    /** Returns the text in a column, or null. */
    String get(int column) {
        return column < texts.length ? texts[column] : null;
    }

    /**
     * Sets the text of a component. Ignores null.
     *
     * @throws MalformedFileException if the text is too long, or if the component already has a text
     */
    void setOnce(String id, String text, int line) {
        int column = columns.columnOf(id, line);
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

    /**
     * Adds the texts of an outer level to those columns that have no text at this level.
     *
     * @throws MalformedFileException if both levels give different codes of one dimension
     */
    void inherit(LevelValues above, int line) {
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

    /**
     * Copies the texts of dimensions to the first given level and all other texts to the second.
     *
     * @throws MalformedFileException if the level that receives a text already has a text for this component
     */
    void split(LevelValues dimensions, LevelValues others, int line) {
        for (int column = 0; column < texts.length; column++) {
            LevelValues target = columns.isKey(column) ? dimensions : others;
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

    void addIdsTo(Set<String> ids) {
        for (int column = 0; column < texts.length; column++) {
            if (texts[column] != null) {
                ids.add(columns.id(column));
            }
        }
    }

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
