package org.tipstats.vocabulary.names;

/** The letters by which a spreadsheet names its columns. Columns count from 0: A is 0, Z is 25, AA is 26. */
public final class ColumnLetters {

    private ColumnLetters() {}

    public static String of(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Returns the column with these letters, which must be capitals from A to Z. */
    public static int parse(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
