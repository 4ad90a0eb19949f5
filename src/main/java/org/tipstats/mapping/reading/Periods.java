package org.tipstats.mapping.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tipstats.vocabulary.names.TableWords;

/** Years in the texts of a table. */
public final class Periods {

    private static final int FIRST = 1990;
    private static final int LAST = 2099;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    /**
     * Texts that may follow a year: the {@code .0} of a workbook, or the mark of a note, such as a star, 1), (a) or p.
     */
    private static final Pattern BEHIND =
            Pattern.compile("(?:\\.0)?(?:[*\u2020\u2021\u00B9\u00B2\u00B3\u2070-\u207E.\\s]*"
                    + "|\\s?[prPR]/?|\\s?(?:\\d|[abc]|\\*+)/|\\s?\\(?(?:\\d{1,2}|[abcpr]|[PR]|\\*+)\\))");

    private static final Pattern TWO_YEARS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)\\s?[/\u2013\u2014-]\\s?((?:19|20)?\\d\\d)(?![\\d/\u2013-])");

    /** The number of a line before its year, as in {@code 1. 2018}. A month such as 1.2018 has no space. */
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})[.)]\\s+");

    private Periods() {}

    /**
     * Returns the year of a text that is a year from 1990 on, perhaps with a word such as {@code year}, the number of a
     * line, the mark of a note, or the last day of the year.
     */
    public static Optional<String> year(String text) {
        if (text.length() < 4) {
            return Optional.empty();
        }
        String plain = plain(text);
        Matcher year = YEAR.matcher(plain);
        if (!year.find() || !isKnown(year.group())) {
            return Optional.empty();
        }
        String before = plain.substring(0, year.start());
        String after = plain.substring(year.end());
        boolean numbered = before.isBlank() || NUMBERED.matcher(before).matches();
        return numbered && isNote(after) || isYearWord(before + after) || PartOfYear.isEdge(before + after)
                ? Optional.of(year.group())
                : Optional.empty();
    }

    /**
     * Returns whether texts that are years have the same day, if any, and numbers from 1 on before different years, if
     * any. Otherwise, they are months or days. A single text with a number, such as {@code 1. 2018}, is a month.
     */
    static boolean areYears(List<String> texts) {
        List<String> rests =
                texts.stream().map(Periods::plain).map(Periods::without).toList();
        if (rests.stream().noneMatch(rest -> NUMBERED.matcher(rest + " ").matches())) {
            return rests.stream().filter(PartOfYear::isEdge).distinct().count()
                    <= (rests.stream().allMatch(PartOfYear::isEdge) ? 1 : 0);
        }
        return texts.size() > 1
                && texts.stream().map(Periods::within).distinct().count() == texts.size()
                && IntStream.range(0, texts.size()).allMatch(i -> rests.get(i).matches((i + 1) + "[.)]"));
    }

    /** Returns whether a text after a year is empty, the mark of a note, or a word such as "provisional". */
    static boolean isNote(String behind) {
        return BEHIND.matcher(behind).matches()
                || TableWords.all().kinds(behind).contains("provisional");
    }

    /** Returns the mark of a note after a year, such as {@code *} in 2020*; empty if there is none. */
    static String mark(String text) {
        String rest = YEAR.matcher(plain(text)).replaceFirst("");
        return year(text).isPresent() ? rest.replaceAll("[().\\s]", "") : "";
    }

    private static boolean isYearWord(String text) {
        return TableWords.all().kinds(text).contains("year")
                && !TableWords.all().mentions("fiscal", text);
    }

    /** Returns the text with the digits of other scripts as ASCII digits. */
    public static String plain(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            int digit = Character.digit(c, 10);
            plain.append(digit < 0 ? c : (char) ('0' + digit));
        }
        return plain.toString();
    }

    /** Returns whether a text is a year, or a year that begins in one calendar year and ends in the next. */
    public static boolean isPeriod(String text) {
        Optional<String> fiscal = fiscal(text);
        return year(text).isPresent()
                || (fiscal.isPresent() && withoutFiscal(text).isEmpty());
    }

    /** Returns the first calendar year of the fiscal year that a text contains, such as 2016/17. */
    public static Optional<String> fiscal(String text) {
        return twoYears(text, 1, 1);
    }

    /** Returns whether a text contains a fiscal year: two calendar years, or one after a word such as {@code FY}. */
    public static boolean hasFiscal(String text) {
        return fiscal(text).isPresent()
                || within(text).isPresent() && TableWords.all().mentions("fiscal", without(text));
    }

    /** Returns whether a text contains a range of more than two years, such as 2010-2020. */
    public static boolean isSeveralYears(String text) {
        return twoYears(text, 2, 100).isPresent();
    }

    private static Optional<String> twoYears(String text, int fewest, int most) {
        Matcher years = TWO_YEARS.matcher(plain(text));
        if (!years.find() || !isKnown(years.group(1))) {
            return Optional.empty();
        }
        int first = Integer.parseInt(years.group(1));
        int last = Integer.parseInt(years.group(2));
        int length = (years.group(2).length() == 2 ? last - first % 100 : last - first);
        boolean century = years.group(2).length() == 2 && first % 100 == 99 && last == 0;
        return (century ? 1 : length) >= fewest && (century ? 1 : length) <= most
                ? Optional.of(years.group(1))
                : Optional.empty();
    }

    /** Returns the year that a longer text contains, if it contains exactly one. */
    public static Optional<String> within(String text) {
        String found = null;
        Matcher year = YEAR.matcher(plain(text));
        while (year.find()) {
            if (isKnown(year.group()) && !year.group().equals(found)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = year.group();
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isKnown(String year) {
        int number = Integer.parseInt(year);
        return number >= FIRST && number <= LAST;
    }

    /**
     * Returns a text without its years, to compare the names of columns of different years. A year with the mark of a
     * note gives an empty text.
     */
    public static String without(String text) {
        String plain = plain(text);
        Matcher year = (fiscal(text).isEmpty() ? YEAR : TWO_YEARS).matcher(plain);
        boolean noted =
                year.find() && plain.substring(0, year.start()).isBlank() && isNote(plain.substring(year.end()));
        return noted
                ? ""
                : YEAR.matcher(plain(withoutFiscal(text))).replaceAll("").strip();
    }

    private static String withoutFiscal(String text) {
        return fiscal(text).isEmpty()
                ? text
                : TWO_YEARS.matcher(plain(text)).replaceFirst("").strip();
    }
}
