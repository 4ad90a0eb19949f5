package org.tipstats.validate.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.RowContext;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Reports figures for a part of a year, or for twelve months other than a calendar year, that look like figures for a
 * calendar year. Figures for the current year are reported too, because this year is not over, unless their status says
 * that they may change. There is one finding for each area and year.
 */
@Rule.Info(id = "partial-year", severity = Severity.WARNING, since = "1.1.0")
public final class PartialYear implements CellRule {

    private final BitSet reported = new BitSet();
    private Dimension area;
    private Dimension time;
    private Optional<LayoutColumn> coverage;

    @Override
    public void check(RowContext row) {
        ParsedRow parsed = row.row();
        if (parsed.action == Action.DELETE || parsed.value < 0 || row.dataflow().isReference()) {
            return;
        }
        if (coverage == null) {
            area = row.dataflow().structure().area();
            time = row.dataflow().structure().time();
            coverage = row.column(Role.TIME_COVERAGE);
        }
        int period = parsed.positions[time.position()];
        if (period < 0 || parsed.positions[area.position()] < 0) {
            return;
        }
        int year = time.firstYear() + period;
        String text = coverage.map(column -> parsed.attributes[column.index()]).orElse(null);
        String status = parsed.status;
        if (year == row.currentYear() && !(status != null && row.statuses().notFinal(status))) {
            reportOnce(row, () -> reportCurrent(row, year));
        } else if (text != null && !(status != null && row.statuses().notComparable(status))) {
            DaysCovered.parse(text)
                    .filter(days -> !days.isYear(year))
                    .ifPresent(days -> reportOnce(row, () -> report(row, year, days)));
        }
    }

    private void reportOnce(RowContext row, Runnable report) {
        int[] positions = row.row().positions;
        int areaYear = positions[area.position()] * time.size() + positions[time.position()];
        if (!reported.get(areaYear)) {
            reported.set(areaYear);
            report.run();
        }
    }

    private void report(RowContext row, int year, DaysCovered days) {
        Map<String, Object> parameters = parameters(row, year, row.statuses().notComparable());
        parameters.put("start", days.first().toString());
        parameters.put("end", days.last().toString());
        row.report(this, coverage.orElseThrow(), parameters, List.of());
    }

    private void reportCurrent(RowContext row, int year) {
        List<String> statuses = row.statuses().notFinal();
        Map<String, Object> parameters = parameters(row, year, statuses);
        parameters.put("variant", "current");
        row.statusColumn()
                .ifPresent(column ->
                        row.report(this, column, parameters, column.kind() == Kind.ATTRIBUTE ? statuses : List.of()));
    }

    private Map<String, Object> parameters(RowContext row, int year, List<String> statuses) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("area", area.valueAt(row.row().positions[area.position()]));
        parameters.put("year", String.valueOf(year));
        parameters.put("statuses", String.join(", ", statuses));
        return parameters;
    }

    /**
     * The first and the last day that figures cover. Parses a text in ISO 8601 form: two days, two months, or the first
     * day or month and a duration. Any other text gives an empty result.
     */
    private record DaysCovered(LocalDate first, LocalDate last) {

        private static final String DAY = "([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)";
        /** Two days or months, separated by characters other than digits, usually by a slash. */
        private static final Pattern BOTH = Pattern.compile(DAY + "\\D+?" + DAY);

        private static final Pattern DURATION = Pattern.compile(DAY + "/(P[0-9YMWD]+)");

        public static Optional<DaysCovered> parse(String text) {
            try {
                Matcher both = BOTH.matcher(text);
                if (both.matches()) {
                    return Optional.of(new DaysCovered(first(both.group(1)), last(both.group(2))));
                }
                Matcher duration = DURATION.matcher(text);
                if (duration.matches()) {
                    LocalDate first = first(duration.group(1));
                    return Optional.of(new DaysCovered(
                            first, first.plus(Period.parse(duration.group(2))).minusDays(1)));
                }
                return Optional.empty();
            } catch (DateTimeException | ArithmeticException e) {
                return Optional.empty(); // the digits are not a date
            }
        }

        private static LocalDate first(String text) {
            return text.length() == 7 ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text);
        }

        private static LocalDate last(String text) {
            return text.length() == 7 ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text);
        }

        public boolean isYear(int year) {
            return first.equals(LocalDate.of(year, 1, 1)) && last.equals(LocalDate.of(year, 12, 31));
        }
    }
}
