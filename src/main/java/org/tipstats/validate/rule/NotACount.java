package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowContext.Reason;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.names.CellText;

/** Reports a value that is not a whole number, that is negative, or that may mean several different numbers. */
@Rule.Info(id = "not-a-count", severity = Severity.ERROR, since = "1.0.0")
public final class NotACount implements CellRule {

    @Override
    public void check(RowContext row) {
        if (row.row().value == CountText.BAD && row.row().action != Action.DELETE) {
            row.layout().column(Kind.VALUE).ifPresent(column -> row.report(this, column, () -> reason(row, column)));
        }
    }

    private static Reason reason(RowContext row, LayoutColumn column) {
        CountGuess guess = CountGuess.of(CellText.strip(row.cell(column)));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("variant", guess.variant);
        parameters.put("suppressed", row.statuses().suppressed());
        parameters.put("masked", row.statuses().providerMasked());
        parameters.put("reasons", String.join(", ", MissingValueStatus.reasons(row)));
        return new Reason(parameters, guess.counts);
    }

    /**
     * A guess at the count that was meant by a text that is not a count.
     *
     * @param variant selects the sentences that explain the text; empty for the general sentences
     * @param counts the counts that may be meant
     */
    private record CountGuess(String variant, List<String> counts) {

        /** The Arabic separator of thousands. */
        private static final char ARABIC_SEPARATOR = '\u066C';

        private static final char WIDE_COMMA = '\uFF0C';
        private static final String GROUP = "[ '\u2019\u00A0\u2009\u202F]";
        private static final Pattern MASKED = Pattern.compile("([<\u2264]|&lt;).*");
        private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(,[0-9]{3}\\.0{1,2}|\\.[0-9]{3},0{1,2}"
                + "|((,[0-9]{3}){2,}|(\\.[0-9]{3}){2,}|(" + GROUP + "[0-9]{3})+)([.,]0{1,2})?)");
        /**
         * Digits with one point or comma before the last three digits. This mark separates thousands in some countries
         * and decimals in others.
         */
        private static final Pattern POINT = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

        private static final Pattern FRACTION = Pattern.compile("[0-9]*[.,][0-9]+|[0-9.,]+ ?[%\u2030]");
        private static final Pattern NEGATIVE = Pattern.compile("[-\u2212\u2013][ ]?([0-9]{1,15})");
        private static final Pattern SCIENTIFIC = Pattern.compile("([0-9])([.,]([0-9]+))?[eE]\\+?([0-9]{1,2})");
        private static final Pattern MISSING =
                Pattern.compile("[-\u2013\u2014.:*x\u2026?/ ]+|n/?[ad]\\.?|n\\.[ad]\\.|null|none|nil|missing|unknown");
        /**
         * Characters typed in place of digits or misread by a scanner: O in Latin and Cyrillic, l, I and the vertical
         * bar.
         */
        private static final Pattern LIKE_DIGITS = Pattern.compile("(?=[^0-9]*[0-9])[0-9OoI|l\\u041E\\u043E]{1,15}");

        private static final Pattern BESIDE_DIGITS = Pattern.compile("[0-9]\\p{L}|\\p{L}[0-9]");
        private static final Pattern ONE_NUMBER = Pattern.compile("[^0-9<>]*?([0-9]{1,15})[^0-9]*");

        public static CountGuess of(String cell) {
            String text = inAscii(cell);
            String lower = text.toLowerCase(Locale.ROOT);
            if (MASKED.matcher(text).matches()) {
                return new CountGuess("masked", List.of());
            }
            if (MISSING.matcher(lower).matches()) {
                return new CountGuess("missing", List.of());
            }
            if (POINT.matcher(text).matches() && cell.indexOf(CountText.ARABIC_POINT) < 0) {
                return new CountGuess("point", List.of(digits(text)));
            }
            if (GROUPED.matcher(text).matches()) {
                return new CountGuess("grouped", List.of(digits(text.replaceFirst("[.,]0{1,2}$", ""))));
            }
            if (FRACTION.matcher(text).matches()) {
                return new CountGuess("fraction", List.of());
            }
            Matcher negative = NEGATIVE.matcher(text);
            if (negative.matches()) {
                return new CountGuess("negative", List.of(digits(negative.group(1))));
            }
            return text.matches("[0-9]{16,}") ? new CountGuess("large", List.of()) : inText(text);
        }

        /** Writes digits and marks of other scripts as Latin ones. */
        private static String inAscii(String cell) {
            StringBuilder text = new StringBuilder(cell.length());
            for (char sign : cell.toCharArray()) {
                int digit = Character.digit(sign, 10);
                text.append(
                        switch (sign) {
                            case ARABIC_SEPARATOR -> '\'';
                            case CountText.ARABIC_POINT, CountText.WIDE_POINT -> '.';
                            case WIDE_COMMA -> ',';
                            default -> digit < 0 ? sign : (char) ('0' + digit);
                        });
            }
            return text.toString();
        }

        private static CountGuess inText(String text) {
            Matcher scientific = SCIENTIFIC.matcher(text);
            if (scientific.matches()) {
                return scientific(scientific);
            }
            if (LIKE_DIGITS.matcher(text).matches()) {
                String read = text.replaceAll("[Oo\\u041E\\u043E]", "0").replaceAll("[Il|]", "1");
                return new CountGuess("letter", List.of(digits(read)));
            }
            Matcher number = ONE_NUMBER.matcher(text);
            String variant = BESIDE_DIGITS.matcher(text).find() ? "letter" : "";
            return !number.matches()
                    ? new CountGuess("", List.of())
                    : new CountGuess(variant, List.of(digits(number.group(1))));
        }

        private static CountGuess scientific(Matcher parts) {
            String decimals = parts.group(3) == null ? "" : parts.group(3);
            int zeros = Integer.parseInt(parts.group(4)) - decimals.length();
            boolean whole = zeros >= 0 && zeros <= 14;
            return new CountGuess(
                    "scientific", whole ? List.of(digits(parts.group(1) + decimals + "0".repeat(zeros))) : List.of());
        }

        private static String digits(String text) {
            return text.replaceAll("[^0-9]", "").replaceFirst("^0+(?=.)", "");
        }
    }
}
