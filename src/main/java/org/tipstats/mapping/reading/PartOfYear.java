package org.tipstats.mapping.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.TableWords;

/** Months, quarters and other parts of a year in the texts of a table. */
public final class PartOfYear {

    private static final String MONTH = "month ";
    private static final String QUARTER = "quarter ";
    private static final List<String> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(number -> "month:" + number).toList();

    /** The only month in a note such as "until 31 December". Such a note limits nothing. */
    private static final List<String> YEAR_END = List.of("month:12");

    private static final List<String> YEAR = List.of("month:1", "month:12");

    private static final Pattern NUMBER_OF_MONTH = Pattern.compile("0?([1-9]|1[0-2])[./-]|[./-]0?([1-9]|1[0-2])");
    private static final Pattern DAY = Pattern.compile("[./-]?\\d{1,2}[./-]\\d{1,2}[./-]?");
    /** The last day of a year, or the first day, because a workbook may store a year in this way. */
    private static final Pattern EDGE = Pattern.compile("\\D?(31\\D12|12\\D31)\\D?|-01-01");

    private static final Pattern NOTE =
            Pattern.compile("\\(?([*\u2020\u2021]+|\\d{1,2}|[\u00B9\u00B2\u00B3])[).\\s:]*(\\D.*)", Pattern.DOTALL);

    /** Finds what joins two months, as in January to March, or a word before a month, as in "for January". */
    private static final Pattern SPAN =
            Pattern.compile("[-\u2013\u2014]|(?Ui)\\b(to|for|à(?! jour)|pour|a|para|für|за)\\b");

    private PartOfYear() {}

    /** Returns the month in the rest of a date without its year, such as {@code 03/} of 03/2019. */
    public static Optional<String> ofDate(String rest) {
        Matcher number = NUMBER_OF_MONTH.matcher(rest);
        return number.matches()
                ? Optional.of(MONTH + (number.group(1) == null ? number.group(2) : number.group(1)))
                : Optional.empty();
    }

    /** Returns whether the rest of a date without its year has a day. */
    public static boolean isDay(String rest) {
        return DAY.matcher(rest).matches();
    }

    /** Returns whether a day may stand for its whole year, such as 31.12. or 31 December. */
    public static boolean isEdge(String rest) {
        return EDGE.matcher(rest).matches()
                || rest.startsWith("31")
                        && TableWords.all()
                                .kinds(rest.replaceFirst("31\\.?\\s", ""))
                                .equals(Set.of("month:12"));
    }

    /** Returns the month or quarter that a text names, for example {@code month 3}. */
    public static Optional<String> of(String text) {
        Optional<String> month = TableWords.all().kinds(text).stream()
                .filter(kind -> kind.startsWith("month:"))
                .map(kind -> MONTH + kind.substring(kind.indexOf(':') + 1))
                .findFirst();
        return month.isEmpty() && TableWords.all().mentions("quarter", text)
                ? Optional.of(QUARTER + CellText.fold(text))
                : month;
    }

    /** Returns whether a text names a month, a half or another part of a year, perhaps with other words. */
    public static boolean isMentioned(String text) {
        TableWords words = TableWords.all();
        return of(text).isPresent()
                || words.mentions("part-of-year", text)
                || MONTHS.stream().anyMatch(month -> words.mentions(month, text));
    }

    /**
     * Returns the marks of those notes in a sheet that limit a year to a part of it, as {@code *} in "* until June".
     */
    public static Set<String> marks(Sheet sheet) {
        Set<String> marks = new TreeSet<>();
        for (Sheet.Row row : sheet.rows()) {
            String text = Arrays.stream(row.cells())
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
            Matcher note = NOTE.matcher(text);
            if (note.matches() && isLimit(note.group(2))) {
                marks.add(note.group(1));
            }
        }
        return marks;
    }

    /**
     * Returns whether a note limits a year. A note with one month, or with a word such as "revised", may only say when
     * something was corrected.
     */
    private static boolean isLimit(String note) {
        TableWords words = TableWords.all();
        List<String> named =
                MONTHS.stream().filter(month -> words.mentions(month, note)).toList();
        boolean whole = List.of(YEAR_END, YEAR).contains(named);
        boolean until = words.mentions("until", note) || words.mentions("up-to", note);
        boolean correction =
                words.mentions("revised", note) && !SPAN.matcher(note).find();
        return words.mentions("part-of-year", note)
                || words.mentions("quarter", note)
                || !whole && named.size() > (until ? 0 : correction ? MONTHS.size() : 1);
    }

    /** Returns whether a year has one of these marks. */
    public static boolean isLimited(String year, Set<String> marks) {
        return !marks.isEmpty() && marks.contains(Periods.mark(year));
    }

    /** Returns whether a text is a part that {@link #of} has returned. */
    public static boolean isPart(String part) {
        return part.startsWith(MONTH) || part.startsWith(QUARTER);
    }

    /** Returns whether parts that {@link #of} has returned make a whole year. Months and quarters together do not. */
    public static boolean areWhole(List<String> parts) {
        long distinct = parts.stream().distinct().count();
        long months = parts.stream().filter(part -> part.startsWith(MONTH)).count();
        return distinct == (months == 0 ? 4 : 12) && (months == 0 || months == parts.size());
    }
}
