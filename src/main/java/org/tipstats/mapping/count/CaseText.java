package org.tipstats.mapping.count;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.names.CaseWords;
import org.tipstats.vocabulary.names.CellText;

/** Reads texts of cells. The script of the page {@code tabulate} must read them in the same way. */
final class CaseText {

    private static final Pattern STRONG = Pattern.compile("[;|\\n\uFF1B\u061B]");
    private static final Pattern WEAK = Pattern.compile("[,\u3001\uFF0C\u060C]");
    private static final Set<String> BLANKS = CaseWords.blanks();
    private static final Set<String> TOTALS = CaseWords.totals();

    private CaseText() {}

    /** Returns the text in the Unicode form NFKC, with Arabic digits as 0 to 9 and without blanks around it. */
    static String plain(String cell) {
        String text = Normalizer.normalize(CellText.strip(cell), Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            boolean arabic = c >= '\u0660' && c <= '\u0669' || c >= '\u06F0' && c <= '\u06F9';
            plain.append(arabic ? (char) ('0' + (c & 0xF)) : c);
        }
        return plain.toString();
    }

    /** Returns whether a cell says nothing: it is empty, a mark, or a word such as "unknown". */
    static boolean isBlank(String cell) {
        String folded = CellText.fold(cell);
        return folded.isEmpty() || BLANKS.contains(folded);
    }

    static boolean isTotal(String cell) {
        return TOTALS.contains(CellText.fold(cell));
    }

    /** Splits a cell at semicolons, bars and line breaks. */
    static List<String> parts(String cell) {
        return parts(STRONG, cell);
    }

    /** Splits a part of a cell at commas. */
    static List<String> smallParts(String part) {
        return parts(WEAK, part);
    }

    private static List<String> parts(Pattern separator, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : separator.split(text)) {
            if (!CellText.isBlank(part)) {
                parts.add(CellText.strip(part));
            }
        }
        return parts;
    }
}
