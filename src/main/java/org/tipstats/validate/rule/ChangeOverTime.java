package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.CountRange;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reports a total that is many times the total of the year before, or a small fraction of that total. Small numbers
 * vary much from year to year, so the larger of the two totals must have a minimum size. If the status of the later row
 * states a break in the series, nothing is reported. If the area states a break of the later year in its metadata, the
 * change is an information that names the break, so it needs no justification.
 */
@Rule.Info(
        id = "change-over-time",
        severity = Severity.WARNING,
        since = "1.1.0",
        hitRate = "victims 78 of 573 area-years (13.6 %); persons 129 of 1,018 area-years (12.7 %); "
                + "offences 31 of 308 area-years (10.1 %)",
        settings = {"factor=3", "smallest=20"})
public final class ChangeOverTime implements RowRule {

    @Override
    public void check(RowTable rows, RowFindings findings) {
        Margins margins = new Margins(rows.space());
        Statuses statuses = new Statuses(rows.space().structure());
        long factor = findings.setting("factor");
        long smallest = findings.setting("smallest");
        for (int row = 0; row < rows.fileRows(); row++) {
            if (rows.hasValue(row) && margins.isTotal(rows.key(row))) {
                int current = row;
                neighbours(row, rows)
                        .filter(other -> differ(rows.range(current), rows.range(other), factor, smallest))
                        .filter(other -> !statesBreak(later(current, other, rows), rows, statuses))
                        .filter(other -> rows.merged().usableRow(rows.key(current)) == current)
                        .forEach(other -> report(
                                current, other, parameters(current, other, factor, statuses, rows), rows, findings));
            }
        }
    }

    private static void report(
            int row, int other, Map<String, Object> parameters, RowTable rows, RowFindings findings) {
        KeySpace space = rows.space();
        long key = rows.key(later(row, other, rows));
        String year = space.code(key, space.structure().time());
        Optional<String> stated = findings.settings()
                .statedBreak(space.code(key, space.structure().area()), year);
        stated.ifPresent(text -> {
            parameters.put("variant", "stated");
            parameters.put("breakYear", year);
            parameters.put("breakText", CellText.shorten(text));
        });
        RowFindings told = stated.isPresent() ? findings.as(Severity.INFORMATION) : findings;
        told.add(row, parameters, IntStream.of(other));
    }

    /**
     * Returns the rows of the years before and after. Includes the row of the year after only if it comes from the
     * baseline. Two rows of the file are therefore compared only once, when the later row is checked.
     */
    private static IntStream neighbours(int row, RowTable rows) {
        Dimension time = rows.space().structure().time();
        long key = rows.key(row);
        int year = rows.space().position(key, time.position());
        int before = year == 0 ? RowTable.NONE : at(key, time, year - 1, rows);
        int after = year == time.size() - 1 ? RowTable.NONE : at(key, time, year + 1, rows);
        boolean isNew = after >= 0 && !rows.fromFile(after);
        return IntStream.of(before, isNew ? after : RowTable.NONE).filter(other -> other >= 0);
    }

    private static int at(long key, Dimension time, int year, RowTable rows) {
        return rows.merged().usableRow(rows.space().withPosition(key, time.position(), year));
    }

    private static boolean differ(CountRange one, CountRange other, long factor, long smallest) {
        return isMore(one, other, factor, smallest) || isMore(other, one, factor, smallest);
    }

    private static boolean isMore(CountRange one, CountRange other, long factor, long smallest) {
        return one.low() >= smallest && other.high() < one.low() && one.low() > factor * other.high();
    }

    private static int later(int one, int other, RowTable rows) {
        return rows.key(one) > rows.key(other) ? one : other;
    }

    private static boolean statesBreak(int row, RowTable rows, Statuses statuses) {
        return rows.status(row) != null && statuses.notComparable(rows.status(row));
    }

    private static Map<String, Object> parameters(int row, int other, long factor, Statuses statuses, RowTable rows) {
        Dimension time = rows.space().structure().time();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("year", rows.space().code(rows.key(row), time));
        parameters.put("count", rows.range(row).parameter());
        parameters.put("otherYear", rows.space().code(rows.key(other), time));
        parameters.put("otherCount", rows.range(other).parameter());
        parameters.put("factor", factor);
        parameters.put("rises", rows.low(row) > rows.high(other) ? "yes" : "no");
        parameters.put("break", statuses.notComparable().stream().findFirst().orElse(""));
        return parameters;
    }
}
