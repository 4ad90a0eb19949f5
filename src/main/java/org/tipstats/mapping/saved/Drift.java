package org.tipstats.mapping.saved;

import java.util.List;
import java.util.Locale;

/**
 * A difference between a file and the file from which its mapping was made.
 *
 * @param text the word, name or range that changed, or the id of the decision
 * @param cells the cells concerned; empty if there are none, for example because the text is gone
 */
public record Drift(Kind kind, String text, List<String> cells) {

    public enum Kind {
        NEW_TABLE(true),
        TABLE_GONE(true),
        MOVED(false),
        NEW_COLUMN(true),
        COLUMN_GONE(true),
        /** A column that was not used is gone, or a column that is not needed is new. */
        OTHER_COLUMN(false),
        NEW_WORD(true),
        /** A new word whose meaning is certain, such as the name of a further country. */
        KNOWN_WORD(false),
        WORD_GONE(false),
        TOTAL_GONE(true),
        NEW_MARKER(true),
        NEW_ROW(true),
        /** A title, or the name of a sheet, says something else about the figures. */
        NEW_TITLE(true),
        TITLE_GONE(true),
        /** The figures of a row or word were used before and are now left out. The table still has the row or word. */
        LEFT_OUT(true),
        /** The submitter sent values for components with the file, but no figure takes these values. */
        VALUE_UNUSED(false),
        /**
         * The mapping says whether women and men are adults in a table with minors. The sums of the file do not confirm
         * this.
         */
        OTHER_AGES(true),
        OTHER_CHANGE(true);

        private final boolean harmful;

        Kind(boolean harmful) {
            this.harmful = harmful;
        }

        /** Returns the word of the API, such as {@code new-word}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Drift {
        cells = List.copyOf(cells);
    }

    /** Returns whether the submitter must check the change before the file is accepted. */
    public boolean isHarmful() {
        return kind.harmful;
    }
}
