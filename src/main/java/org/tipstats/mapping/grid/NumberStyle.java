package org.tipstats.mapping.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tipstats.files.workbook.WorkbookSheets;

/**
 * The way in which the numbers of a column are written. A text such as {@code 1.609} may be a thousand or a decimal
 * number; the other numbers of the column decide.
 *
 * @param decimal the separator of decimals where a single number does not decide it: a dot, a comma, or 0 if both
 *     separate thousands
 */
public record NumberStyle(char decimal) {

    /** The digits that spreadsheets show: the sum 29.999999999999996 of a formula is 30. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Pattern ERROR = Pattern.compile("#[\u00A1\u00BF]?[\\p{L}/0]{2,12}[!?]");

    /**
     * Decides the style from the texts of a column. Ignores texts that are not numbers, for example words.
     *
     * @param texts the number of cells with each text
     */
    public static NumberStyle of(Map<String, Integer> texts) {
        Evidence evidence = new Evidence();
        texts.forEach((text, cells) -> NumberShape.of(text).ifPresent(shape -> evidence.add(shape, cells)));
        return evidence.style();
    }

    /**
     * Returns whether a text is a number in some style. Signs, separators of thousands, percent signs, footnote marks
     * after the number and the digits of other scripts are allowed. A formula without a result is a number, too.
     */
    public static boolean looksNumeric(String text) {
        return NumberShape.isDigits(text) || NumberShape.of(text).isPresent() || isWithoutResult(text);
    }

    /**
     * Returns whether a text stands for a formula without a saved result, or is the error that a formula has in place
     * of its result, such as {@code #REF!}, in any language. Such a text is a figure that cannot be read, and not a
     * word.
     */
    public static boolean isWithoutResult(String text) {
        return text.equals(WorkbookSheets.WITHOUT_RESULT)
                || text.startsWith("#") && ERROR.matcher(text).matches()
                || text.startsWith("Err:") && NumberShape.isDigits(text.substring(4));
    }

    /** Returns whether a text has only digits. */
    public static boolean isPlain(String text) {
        return NumberShape.isDigits(text);
    }

    /** Returns whether a text is a number with a percent sign. */
    public static boolean isPercent(String text) {
        return NumberShape.of(text).filter(NumberShape::percent).isPresent();
    }

    /**
     * Returns the number of a text, without zeros after the last decimal; empty if the text is not a number. A
     * percentage is returned as it is written: {@code 12 %} is 12.
     */
    public Optional<BigDecimal> parse(String text) {
        return NumberShape.isShort(text)
                ? Optional.of(BigDecimal.valueOf(Long.parseLong(text)))
                : NumberShape.of(text).map(this::value);
    }

    private BigDecimal value(NumberShape shape) {
        if (NumberShape.isShort(shape.plain())) {
            return BigDecimal.valueOf(Long.parseLong(shape.plain()));
        }
        char separator = shape.decimal();
        if (shape.open() && decimal != 0 && shape.plain().indexOf(decimal) >= 0) {
            separator = decimal;
        }
        StringBuilder number = new StringBuilder();
        for (char c : shape.plain().toCharArray()) {
            if (c == separator) {
                number.append('.');
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                number.append(c);
            }
        }
        BigDecimal exact = new BigDecimal(number.toString());
        BigDecimal value = (exact.scale() > 0 ? exact.round(SHOWN) : exact).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The facts about separators that the numbers of a column show. */
    private static final class Evidence {

        private int decimalDots;
        private int decimalCommas;
        private int thousandDots;
        private int thousandCommas;
        private int openDots;
        private int openCommas;
        private int longPlain;

        void add(NumberShape shape, int cells) {
            boolean dot = shape.plain().indexOf('.') >= 0;
            boolean comma = shape.plain().indexOf(',') >= 0;
            decimalDots += shape.decimal() == '.' ? cells : 0;
            decimalCommas += shape.decimal() == ',' ? cells : 0;
            thousandDots += shape.thousands() == '.' ? cells : 0;
            thousandCommas += shape.thousands() == ',' ? cells : 0;
            openDots += shape.open() && dot ? cells : 0;
            openCommas += shape.open() && comma ? cells : 0;
            longPlain += shape.isLongWithoutSeparator() ? cells : 0;
        }

        NumberStyle style() {
            if (openDots + openCommas == 0) {
                return new NumberStyle(decimalCommas > decimalDots ? ',' : decimalDots > 0 ? '.' : 0);
            }
            boolean dots = decimalCommas == 0 && isDecimal(openDots, decimalDots, thousandDots);
            boolean commas = decimalDots == 0 && isDecimal(openCommas, decimalCommas, thousandCommas);
            return new NumberStyle(dots == commas ? 0 : dots ? '.' : ',');
        }

        /**
         * Returns whether a separator of unclear meaning separates decimals: it never separates thousands in the
         * column, and it separates decimals in other numbers, or many whole numbers of four and more digits have no
         * separator.
         */
        private boolean isDecimal(int open, int decimals, int thousands) {
            boolean unseparated = open > 0 && longPlain * 2 >= open && longPlain > 0;
            return thousands == 0 && (decimals > 0 || unseparated);
        }
    }
}
