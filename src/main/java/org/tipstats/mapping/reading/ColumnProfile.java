package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.vocabulary.names.TableWords;

/** The cells of a column of a table, counted by kind. */
public final class ColumnProfile {

    /** Largest number of distinct texts that {@link #words} returns. The column of a dimension has fewer. */
    static final int MAX_WORDS = 2_000;

    private final Block block;
    private final int column;
    /** The number of cells with each distinct text. The texts are in the order of the table. */
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private final NumberStyle style;
    private Map<String, String> words;
    private Set<String> beside;
    private int blanks;
    private int names;
    private int numbers;
    private int marks;
    private int several;
    private boolean leadingZeros;

    private ColumnProfile(Block block, int column) {
        this.block = block;
        this.column = column;
        for (Sheet.Row row : block.body()) {
            texts.merge(row.text(column), 1, Integer::sum);
        }
        texts.forEach(this::count);
        this.style = NumberStyle.of(texts);
    }

    public static ColumnProfile of(Block block, Block.Column column) {
        return new ColumnProfile(block, column.index());
    }

    private void count(String text, int cells) {
        if (text.isEmpty()) {
            blanks += cells;
        } else if (NumberStyle.looksNumeric(text)) {
            numbers += cells;
            leadingZeros |= text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
        } else if (Marks.isInPlace(text)) {
            marks += cells;
        } else if (Marks.hasSeveralNumbers(text)) {
            marks += cells;
            several += cells;
        } else {
            names += cells;
        }
    }

    /** Returns the address of the first cell with each distinct text, the blank text included. */
    public Map<String, String> words() {
        if (words == null) {
            words = new LinkedHashMap<>();
            int all = Math.min(MAX_WORDS, texts.size());
            for (int i = 0; words.size() < all; i++) {
                int line = block.body().get(i).line();
                words.computeIfAbsent(
                        block.body().get(i).text(column), none -> block.sheet().address(line, column));
            }
        }
        return words;
    }

    public NumberStyle style() {
        return style;
    }

    public boolean isEmpty() {
        return filled() == 0;
    }

    /** Returns whether the column has numbers, and most of its texts are numbers or marks in place of numbers. */
    public boolean isNumeric() {
        return numbers > 0 && numbers + marks > names;
    }

    /** Returns whether the column has words, and is not {@linkplain #isNumeric numeric}. */
    boolean hasNames() {
        return names > 0 && !isNumeric();
    }

    /** Returns whether some cells are numbers, or marks in place of numbers. */
    public boolean hasFigures() {
        return numbers + marks > 0;
    }

    /** Returns whether each cell with text has several numbers, such as an age group, or a count and its share. */
    public boolean hasSeveralNumbers() {
        return several > 0 && several == filled();
    }

    /**
     * Returns whether each text is a year, such as 2019 or 2019/20, or a total of several years, and more texts are
     * years than totals. Ignores formulas without a result, and texts alone in their rows, such as women above the
     * years of women.
     */
    public boolean isYears() {
        List<String> periods = new ArrayList<>();
        int totals = 0;
        for (String word : texts.keySet()) {
            if (Periods.isPeriod(word)) {
                periods.add(word);
            } else if (isTotal(word)) {
                totals++;
            } else if (!word.isEmpty() && !NumberStyle.isWithoutResult(word) && beside().contains(word)) {
                return false;
            }
            if (periods.size() + totals == MAX_WORDS) {
                break;
            }
        }
        return periods.size() > totals && Periods.areYears(periods);
    }

    /** Returns the texts of the column that stand beside another text in some row. */
    private Set<String> beside() {
        if (beside == null) {
            beside = block.body().stream()
                    .filter(row -> Arrays.stream(row.cells())
                            .anyMatch(text -> !text.isEmpty() && !text.equals(row.text(column))))
                    .map(row -> row.text(column))
                    .collect(Collectors.toSet());
        }
        return beside;
    }

    private static boolean isTotal(String word) {
        return !word.isEmpty()
                && (Periods.isSeveralYears(word) || TableWords.all().kinds(word).contains("total"));
    }

    /** Returns whether the numbers are 1, 2, 3 and so on, as in a column that numbers the rows. */
    public boolean isSerial() {
        return countsFrom(BigDecimal.ONE);
    }

    /** Returns whether each number is one more than the number above it, and there are more than two numbers. */
    public boolean goesUpByOne() {
        return countsFrom(null);
    }

    /** @param first the first number; null for any */
    private boolean countsFrom(BigDecimal first) {
        BigDecimal wanted = first;
        for (Sheet.Row row : block.body()) {
            String text = row.text(column);
            if (NumberStyle.looksNumeric(text)) {
                Optional<BigDecimal> number = style.parse(text);
                if (number.isEmpty() || (wanted != null && number.get().compareTo(wanted) != 0)) {
                    return false;
                }
                wanted = number.get().add(BigDecimal.ONE);
            }
        }
        return numbers > 2;
    }

    /** Returns whether some numbers are codes, because they have leading zeros. */
    public boolean hasLeadingZeros() {
        return leadingZeros;
    }

    /** Returns the number of cells with text. */
    public int filled() {
        return block.body().size() - blanks;
    }
}
