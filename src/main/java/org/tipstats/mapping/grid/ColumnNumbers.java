package org.tipstats.mapping.grid;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.names.TableWords;

/**
 * A row below a header that only numbers the columns, as in {@code (1) | (2) | (3)}, {@code A | B | C} or {@code А | 1 |
 * 2}. The first cell may be a word such as {@code Col.}, and a number may have a formula, as in {@code 4 = 2 + 3}.
 */
public final class ColumnNumbers {

    /** The letters with which the numbers of columns begin, Latin and Cyrillic. */
    private static final String FIRST_LETTERS = "AaАа";

    private static final Pattern NUMBER =
            Pattern.compile("[(\\[]?(?:\\p{L}{2,8}\\.?\\s?(?=\\p{Nd}))?(\\p{Nd}{1,3}|\\p{L})[)\\].]?(?:\\s?=.*)?");

    private ColumnNumbers() {}

    /**
     * Returns whether a row numbers the columns of a table.
     *
     * @param header the rows directly above
     * @param below the rows below; if the first cell of the next row has such a number, too, the rows are numbered and
     *     not the columns
     */
    public static boolean isNumbering(Sheet.Row row, List<Sheet.Row> header, List<Sheet.Row> below) {
        int first = first(row);
        boolean word =
                Set.of("column", "serial").stream().anyMatch(TableWords.all().kinds(row.text(first))::contains);
        int before = -1;
        int count = 0;
        for (int i = word ? first + 1 : first; i < row.cells().length; i++) {
            String text = row.text(i);
            if (text.isEmpty()) {
                continue;
            }
            int column = i;
            int number = number(text).orElse(-1);
            boolean next = count == 0 ? isFirst(number) : isNext(before, number);
            if (!next || header.stream().allMatch(each -> each.text(column).isEmpty())) {
                return false;
            }
            before = number;
            count++;
        }
        String next = below.isEmpty() ? "" : below.get(0).text(first(below.get(0)));
        return count > 1 && !next.isEmpty() && !mayContinue(row.text(first), next, count > 2);
    }

    private static int first(Sheet.Row row) {
        int first = 0;
        while (row.text(first).isEmpty() && first < row.cells().length - 1) {
            first++;
        }
        return first;
    }

    /** Returns the number of a text, or its letter as a code above all numbers. */
    private static Optional<Integer> number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String found = number.group(1);
        return Optional.of(
                Character.isDigit(found.charAt(0))
                        ? Integer.parseInt(found)
                        : Integer.valueOf(1_000 + found.charAt(0)));
    }

    private static boolean isFirst(int number) {
        return number == 0 || number == 1 || isLetter(number) && FIRST_LETTERS.indexOf(number - 1_000) >= 0;
    }

    private static boolean isLetter(int number) {
        return number >= 1_000;
    }

    /** Returns whether a number follows another. After letters, numbers begin with 1. */
    private static boolean isNext(int before, int number) {
        return number == before + 1 || isLetter(before) && number == 1;
    }

    /** Returns whether the first cells of two rows may number the rows, and not the columns. */
    private static boolean mayContinue(String text, String below, boolean several) {
        Optional<Integer> own = number(text);
        Optional<Integer> next = number(below);
        if (own.isEmpty() || next.isEmpty()) {
            return false;
        }
        boolean brackets = several && text.startsWith("(") && !below.startsWith("(");
        return next.get() == own.get() + 1 || isLetter(own.get()) == isLetter(next.get()) && !brackets;
    }
}
