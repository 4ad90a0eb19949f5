package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Flag;

/**
 * Separates figures from the flags after them, as in {@code 12 p} and {@code : c}. The letters are those of Eurostat: b
 * break, c confidential, d definition differs, e estimated, f forecast, n not significant, p provisional, r revised, s
 * estimated by Eurostat, u low reliability, z not applicable.
 *
 * <p>The same text may have another meaning, for example in a column of articles of a law. It is certain that the
 * letters are flags in two cases: in the columns to the right of Eurostat's header {@code geo\TIME_PERIOD}, and in a
 * column that has a colon in place of a figure. Only Eurostat writes these. In any other column but the first, letters
 * count as flags only if most figures there have no letter. They are then certain if another column of the sheet has
 * such a colon, else only likely.
 */
public final class FlaggedCells {

    /** The sign for a missing figure, alone or before a flag. */
    public static final String MISSING = ":";

    private static final int MAX_LENGTH = 60;
    private static final String LETTERS = "bcdefnprsuz";
    private static final Pattern FLAGGED = Pattern.compile("(:|.*\\d)\\h+([" + LETTERS + "]{1,3})");
    private static final Pattern EUROSTAT_HEADER = Pattern.compile("(?i).*\\\\\\s*(time|time_period)");

    /**
     * Flags that hide a figure. They are read only if they are certain to be flags: a letter with another meaning hides
     * nothing.
     */
    private static final String ONLY_CERTAIN = "cz";

    private final Sheet sheet;
    private final Map<Integer, Column> columns = new HashMap<>();
    private boolean colons;
    private int key = -1;

    private static final class Column {
        private int plain;
        private int flagged;
        private boolean colons;
    }

    private FlaggedCells(Sheet sheet) {
        this.sheet = sheet;
        for (Sheet.Row row : sheet.rows()) {
            for (int i = 0; i < row.cells().length; i++) {
                count(i, row.cells()[i]);
            }
        }
    }

    private void count(int index, String text) {
        if (text.isEmpty()) {
            return;
        }
        Optional<Matcher> flagged = match(text);
        boolean colon = text.equals(MISSING)
                || flagged.filter(match -> match.group(1).equals(MISSING)).isPresent();
        if (flagged.isPresent() || colon || NumberStyle.looksNumeric(text)) {
            Column column = columns.computeIfAbsent(index, none -> new Column());
            column.plain += flagged.isPresent() || colon ? 0 : 1;
            column.flagged += flagged.isPresent() ? 1 : 0;
            column.colons |= colon;
            colons |= colon;
        } else if (key < 0
                && text.indexOf('\\') >= 0
                && EUROSTAT_HEADER.matcher(text).matches()) {
            key = index;
        }
    }

    /** Returns whether a text ends with letters of flags after a figure or a colon. Most words do not. */
    private static boolean mayHaveFlag(String text) {
        int i = text.length() - 1;
        while (i >= 0 && LETTERS.indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        if (i == text.length() - 1) {
            return false;
        }
        while (i >= 0 && !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != ':') {
            i--;
        }
        return i >= 0 && !Character.isLetter(text.charAt(i));
    }

    private static Optional<Matcher> match(String text) {
        if (text.length() > MAX_LENGTH || !mayHaveFlag(text)) {
            return Optional.empty();
        }
        Matcher match = FLAGGED.matcher(text);
        boolean figure =
                match.matches() && (match.group(1).equals(MISSING) || NumberStyle.looksNumeric(match.group(1)));
        return figure ? Optional.of(match) : Optional.empty();
    }

    /** Returns whether some figure of a sheet has a flag. Most sheets have none, so they need no further checks. */
    private static boolean hasFlags(Sheet sheet) {
        for (Sheet.Row row : sheet.rows()) {
            for (String text : row.cells()) {
                if (!text.isEmpty() && match(text).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the same sheet with the flags separated from its figures; the sheet itself if it has none. */
    static Sheet apart(Sheet sheet) {
        if (!hasFlags(sheet)) {
            return sheet;
        }
        FlaggedCells cells = new FlaggedCells(sheet);
        BitSet certain = new BitSet();
        BitSet likely = new BitSet();
        cells.columns.forEach((index, column) -> {
            boolean surely = cells.key >= 0 && index > cells.key || column.colons;
            if (column.flagged > 0 && (surely || index > 0 && column.plain > column.flagged)) {
                (surely || cells.colons ? certain : likely).set(index);
            }
        });
        return certain.isEmpty() && likely.isEmpty() ? sheet : cells.apart(certain, likely);
    }

    private Sheet apart(BitSet certain, BitSet likely) {
        List<Sheet.Row> rows = new ArrayList<>();
        Map<String, Flag> flags = new HashMap<>();
        for (Sheet.Row row : sheet.rows()) {
            String[] texts = row.cells().clone();
            for (int i = 0; i < texts.length; i++) {
                Optional<Matcher> match =
                        texts[i].isEmpty() || !(certain.get(i) || likely.get(i)) ? Optional.empty() : match(texts[i]);
                if (match.isPresent()
                        && (certain.get(i) || !isOnlyCertain(match.get().group(2)))) {
                    texts[i] = match.get().group(1);
                    flags.put(sheet.address(row.line(), i), new Flag(match.get().group(2), certain.get(i)));
                }
            }
            rows.add(new Sheet.Row(row.line(), texts));
        }
        return sheet.withFlags(rows, flags);
    }

    private static boolean isOnlyCertain(String letters) {
        return letters.chars().anyMatch(letter -> ONLY_CERTAIN.indexOf(letter) >= 0);
    }
}
