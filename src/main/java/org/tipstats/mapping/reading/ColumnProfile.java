package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.vocabulary.names.TableWords;

/** The cells of a column of a table, counted by what they are. */
public final class ColumnProfile {

    /** Largest number of distinct words that are held. A column with more is no dimension. */
    static final int MAX_WORDS = 2_000;

    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> numbers = new ArrayList<>();
    private final NumberStyle style;
    private int rows;
    private int blanks;
    private int texts;
    private int marks;
    private int several;
    private int years;
    private boolean serial = true;
    private boolean leadingZeros;

    private ColumnProfile(Block block, int column) {
        for (Sheet.Row row : block.body()) {
            String text = row.text(column);
            count(text);
            if (words.size() < MAX_WORDS && !words.containsKey(text)) {
                words.put(text, block.sheet().address(row.line(), column));
            }
        }
        this.style = NumberStyle.of(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            countNumber(numbers.get(i), i + 1L);
        }
    }

    public static ColumnProfile of(Block block, Block.Column column) {
        return new ColumnProfile(block, column.index());
    }

    private void count(String text) {
        rows++;
        if (text.isEmpty()) {
            blanks++;
        } else if (NumberStyle.looksNumeric(text)) {
            numbers.add(text);
        } else if (Marks.isMark(text) || Marks.isBelow(text)) {
            marks++;
        } else if (Marks.hasSeveralNumbers(text)) {
            marks++;
            several++;
        } else {
            texts++;
        }
    }

    private void countNumber(String text, long position) {
        Optional<BigDecimal> number = style.parse(text);
        years += Periods.year(text).isPresent() ? 1 : 0;
        leadingZeros |= text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
        boolean whole =
                number.filter(value -> value.stripTrailingZeros().scale() <= 0).isPresent();
        serial &= whole && number.get().longValue() == position;
    }

    /** Returns the distinct texts, blank included, with the address of the first cell that has each. */
    public Map<String, String> words() {
        return words;
    }

    public NumberStyle style() {
        return style;
    }

    public boolean isEmpty() {
        return blanks == rows;
    }

    /** Returns whether most cells with text are numbers, or marks in place of numbers. */
    public boolean isNumeric() {
        return !numbers.isEmpty() && numbers.size() + marks > texts;
    }

    /** Returns whether each cell with text has several numbers, as age groups have, and counts with their shares. */
    public boolean hasSeveralNumbers() {
        return several > 0 && several == filled();
    }

    /** Returns whether all cells with text are years, such as 2019 or 2019/20, or totals of several years. */
    public boolean isYears() {
        int periods = 0;
        int totals = 0;
        for (String word : words.keySet()) {
            boolean period = Periods.isPeriod(word);
            periods += period ? 1 : 0;
            totals += !period && isTotal(word) ? 1 : 0;
        }
        int filled = words.containsKey("") ? words.size() - 1 : words.size();
        return periods > totals && periods + totals == filled;
    }

    private static boolean isTotal(String word) {
        return !word.isEmpty()
                && (Periods.isSeveralYears(word) || TableWords.all().kinds(word).contains("total"));
    }

    /** Returns whether the numbers count the rows. */
    public boolean isSerial() {
        return serial && numbers.size() > 2;
    }

    /** Returns whether some numbers are codes, because they have leading zeros. */
    public boolean hasLeadingZeros() {
        return leadingZeros;
    }

    /** Returns the number of cells with text. */
    public int filled() {
        return rows - blanks;
    }
}
