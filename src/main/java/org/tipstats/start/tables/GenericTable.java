package org.tipstats.start.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.detect.DelimitedFile;
import org.tipstats.files.detect.UnreadableTableException;

/**
 * A table read from a file that belongs to no dataflow: columns of codes and one column of counts. A cell is hidden if
 * its count is not a number, or if a column {@code suppressed} marks the cell. A marked cell may still have the true
 * count in the file. The intruder must not use this count, but the audit compares the intruder's result with the count.
 * The text {@code <5} means a hidden count from 0 to 4.
 */
final class GenericTable {

    private static final String[] COUNTS = {"OBS_VALUE", "count", "freq", "n", "ant", "value"};
    private static final Set<String> NOTES = Set.of("primary", "suppressed", "secondary");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.0*)?");
    private static final Pattern BELOW = Pattern.compile("<\\s*(\\d{1,9})");

    private final DelimitedFile file;
    private final int count;
    private final int suppressed;
    private final List<Integer> codes = new ArrayList<>();
    private final Map<String, Long> truth = new HashMap<>();

    /**
     * @param countColumn the column of the counts; null to take a column with a usual name or, without such a column,
     *     the last suitable column
     */
    GenericTable(DelimitedFile file, String countColumn) {
        this.file = file;
        this.suppressed = file.column("suppressed");
        this.count = countColumn == null ? usualCount(file) : file.column(countColumn);
        if (Set.copyOf(file.columns()).size() < file.columns().size()) {
            throw new UnreadableTableException(file.name() + " has two columns of the same name.");
        }
        if (count == DelimitedFile.NONE) {
            throw new UnreadableTableException(file.name() + " has no column of counts.");
        }
        for (int i = 0; i < file.columns().size(); i++) {
            if (i != count && !isNote(file, i)) {
                codes.add(i);
            }
        }
        if (codes.isEmpty()) {
            throw new UnreadableTableException(file.name() + " has no column of codes.");
        }
    }

    private static int usualCount(DelimitedFile file) {
        int usual = file.column(COUNTS);
        for (int i = file.columns().size() - 1; usual == DelimitedFile.NONE && i >= 0; i--) {
            usual = isNote(file, i) ? DelimitedFile.NONE : i;
        }
        return usual;
    }

    private static boolean isNote(DelimitedFile file, int column) {
        return NOTES.contains(file.columns().get(column).toLowerCase(Locale.ROOT));
    }

    PublishedTable read(String release) {
        List<PublishedTable.Cell> cells = file.rows().stream()
                .map(row -> cell(codes.stream().map(i -> row[i]).toList(), row))
                .toList();
        List<String> dimensions = codes.stream().map(i -> file.columns().get(i)).toList();
        return new PublishedTable(file.name(), release, dimensions, cells);
    }

    private PublishedTable.Cell cell(List<String> key, String[] row) {
        String text = row[count];
        boolean number = NUMBER.matcher(text).matches();
        long value = number ? Long.parseLong(text.replaceAll("\\..*", "")) : 0;
        if (value < 0) {
            throw new UnreadableTableException(file.name() + " has a negative count.");
        }
        if (number && !isSuppressed(row)) {
            return PublishedTable.Cell.shown(key, value);
        }
        PublishedTable.Cell hidden = hidden(key, text);
        if (number) {
            truth.put(hidden.key(), value);
        }
        return hidden;
    }

    private static PublishedTable.Cell hidden(List<String> key, String text) {
        Matcher below = BELOW.matcher(text);
        return below.matches()
                ? PublishedTable.Cell.masked(key, Math.max(0, Long.parseLong(below.group(1)) - 1))
                : PublishedTable.Cell.hidden(key);
    }

    private boolean isSuppressed(String[] row) {
        String text = file.cell(row, suppressed);
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    OptionalLong truth(String key) {
        Long value = truth.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
