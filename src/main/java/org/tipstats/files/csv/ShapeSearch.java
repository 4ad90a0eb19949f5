package org.tipstats.files.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.files.csv.HeaderSearch.Line;

/** Finds the delimiter and the header of a text whose lines have no known column names. */
final class ShapeSearch {

    private final List<Line> lines;
    private final char delimiter;

    /** @param announced the delimiter that the text states, or 0 */
    ShapeSearch(List<Line> texts, char announced) {
        this.lines = records(texts);
        this.delimiter = announced == 0 ? delimiter(lines) : announced;
    }

    char delimiter() {
        return delimiter;
    }

    /** Returns the line on which the header starts. */
    Line header() {
        List<String[]> rows =
                lines.stream().map(line -> cells(line.text(), delimiter)).toList();
        return lines.get(TableShape.header(rows));
    }

    /** Returns the lines. If a quoted cell has several lines, these lines are joined to one line. */
    private static List<Line> records(List<Line> texts) {
        List<Line> records = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int end = i;
            if (turns(texts.get(i))) {
                do {
                    end++;
                } while (end < texts.size() && !turns(texts.get(end)));
            }
            // A quotation mark that is never closed does not start a quoted cell.
            int last = end < texts.size() ? end : i;
            String text = texts.subList(i, last + 1).stream().map(Line::text).collect(Collectors.joining(" "));
            records.add(new Line(texts.get(i).number(), text));
            i = last;
        }
        return records;
    }

    /**
     * Returns true if the number of quotation marks is odd, so that the line starts or ends a cell of several lines.
     */
    private static boolean turns(Line line) {
        return line.text().chars().filter(c -> c == '"').count() % 2 == 1;
    }

    /**
     * Returns the delimiter that splits the most lines into an equal number of cells. If several delimiters split that
     * many lines, returns the delimiter that gives the most cells.
     */
    private static char delimiter(List<Line> lines) {
        char best = ',';
        int most = 0;
        for (char delimiter : HeaderSearch.DELIMITERS.toCharArray()) {
            Map<Integer, Integer> widths = new HashMap<>();
            lines.forEach(line -> widths.merge(cells(line.text(), delimiter).length, 1, Integer::sum));
            widths.remove(1);
            for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
                int score = width.getValue() * 2 * CsvReader.MAX_COLUMNS + width.getKey();
                best = score > most ? delimiter : best;
                most = Math.max(most, score);
            }
        }
        return best;
    }

    /** Splits a line, except at delimiters in quotation marks. */
    private static String[] cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length() && cells.size() <= CsvReader.MAX_COLUMNS; i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == delimiter && !quoted) {
                cells.add(HeaderSearch.unquoted(cell.toString()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(HeaderSearch.unquoted(cell.toString()));
        return cells.toArray(String[]::new);
    }
}
