package org.tipstats.mapping.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.TableWords;

/**
 * A range of ages in completed years.
 *
 * @param first the youngest age
 * @param last the oldest age, inclusive; {@link #OPEN} if the range has no end
 */
public record AgeRange(int first, int last) {

    /** The number of a table, as in "Table 1.2 Victims", or a day. They are not ages. */
    private static final Pattern NO_AGE = Pattern.compile(
            "^\\P{L}*\\p{L}+\\.?\\s*(?:\\d+(?:\\.\\d+)+[.:)]?|\\d+(?:-\\d+)?[.:)])\\s|\\d{1,2}\\.\\d{1,2}\\.?");

    /** A span of two numbers, or one number. */
    private static final Pattern SPAN = Pattern.compile("\\D*\\d{1,3}(?:\\D{1,14}\\d{1,3})?\\D*");

    /** The last age of a range without an upper limit. */
    public static final int OPEN = 999;

    private static final int OLDEST = 120;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern CODE = Pattern.compile("Y(?:(\\d{1,2})T(\\d{1,2})|_?GE_?(\\d{1,2})|_?LT_?(\\d{1,2}))");
    /** Ages with which a group of ages usually ends. "Up to 17" includes 17, "up to 18" excludes 18. */
    private static final Set<Integer> LAST_AGES = Set.of(4, 9, 11, 13, 14, 17, 19, 24, 29, 34, 39, 44, 49, 54, 59, 64);

    /** Reads the range that a code or a text in any of the known languages names; empty if it names none. */
    public static Optional<AgeRange> parse(String written) {
        String text = Periods.plain(written);
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            return Optional.of(ofCode(code));
        }
        List<Integer> ages = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            ages.add(Integer.parseInt(number.group()));
            starts.add(number.start());
        }
        if (ages.isEmpty() || ages.size() > 2 || ages.stream().anyMatch(age -> age > OLDEST)) {
            return Optional.empty();
        }
        boolean below = TableWords.all().mentions("below", text) || text.contains("<");
        return ages.size() == 2
                ? between(ages.get(0), ages.get(1), below && !text.contains("<="))
                : withOneAge(ages.get(0), CellText.strip(text), below, starts.get(0));
    }

    private static AgeRange ofCode(Matcher code) {
        if (code.group(1) != null) {
            return new AgeRange(Integer.parseInt(code.group(1)), Integer.parseInt(code.group(2)));
        }
        return code.group(3) != null
                ? new AgeRange(Integer.parseInt(code.group(3)), OPEN)
                : new AgeRange(0, Integer.parseInt(code.group(4)) - 1);
    }

    private static Optional<AgeRange> between(int first, int last, boolean below) {
        int end = below ? last - 1 : last;
        return first <= end ? Optional.of(new AgeRange(first, end)) : Optional.empty();
    }

    private static Optional<AgeRange> withOneAge(int age, String text, boolean below, int start) {
        boolean inclusive =
                TableWords.all().mentions("and-below", text) || text.contains("<=") || text.contains("\u2264");
        if (inclusive) {
            return Optional.of(new AgeRange(0, age));
        }
        if (below) {
            return Optional.of(new AgeRange(0, age - 1));
        }
        if (TableWords.all().mentions("up-to", text)) {
            return Optional.of(new AgeRange(0, LAST_AGES.contains(age) ? age : age - 1));
        }
        boolean above = TableWords.all().mentions("above", text)
                || text.endsWith("+")
                || text.startsWith("+")
                || text.contains(">")
                || text.contains("\u2265")
                || text.startsWith("+", start + Integer.toString(age).length());
        return above ? Optional.of(new AgeRange(age, OPEN)) : Optional.empty();
    }

    public boolean contains(AgeRange other) {
        return first <= other.first && other.last <= last;
    }

    public boolean overlaps(AgeRange other) {
        return first <= other.last && other.first <= last;
    }

    /**
     * Returns the ages in a longer text, such as victims aged 15 to 24. In many languages, the words for age also mean
     * a time. An open range, or a number next to a month, is therefore not an age: "over the last 5 years".
     */
    static Optional<AgeRange> within(String text) {
        String rest = NO_AGE.matcher(Periods.without(text)).replaceAll(" ");
        return TableWords.all().mentions("of-age", rest)
                        && SPAN.matcher(rest).matches()
                        && !PartOfYear.isMentioned(rest)
                ? parse(rest).filter(range -> range.last() < AgeRange.OPEN)
                : Optional.empty();
    }
}
