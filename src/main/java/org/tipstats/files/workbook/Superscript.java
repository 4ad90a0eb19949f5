package org.tipstats.files.workbook;

/** Converts raised text to Unicode characters, so that a footnote mark after a number is not a digit of the number. */
final class Superscript {

    private static final String DIGITS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String LETTERS = "abcdefghijklmnoprstuvwxyz";
    private static final String RAISED_LETTERS =
            "\u1D43\u1D47\u1D9C\u1D48\u1D49\u1DA0\u1D4D\u02B0\u2071\u02B2\u1D4F\u02E1\u1D50\u207F\u1D52\u1D56\u02B3"
                    + "\u02E2\u1D57\u1D58\u1D5B\u02B7\u02E3\u02B8\u1DBB";

    private Superscript() {}

    /**
     * Returns the text with raised digits and brackets instead of plain digits and brackets. A letter is raised only if
     * the text has no other letter, because several letters are the end of a word, as in {@code 1er}.
     */
    static String of(String run) {
        boolean letters = run.chars().filter(Character::isLetter).count() == 1;
        StringBuilder raised = new StringBuilder(run.length());
        for (char c : run.toCharArray()) {
            int letter = letters ? LETTERS.indexOf(c) : -1;
            if (c >= '0' && c <= '9') {
                raised.append(DIGITS.charAt(c - '0'));
            } else if (c == '(' || c == ')') {
                raised.append(c == '(' ? '\u207D' : '\u207E');
            } else {
                raised.append(letter < 0 ? c : RAISED_LETTERS.charAt(letter));
            }
        }
        return raised.toString();
    }
}
