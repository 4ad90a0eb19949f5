package org.tipstats.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.report.FindingSink;
import org.tipstats.report.Severity;
import org.tipstats.schema.Dimension;

/**
 * The persons of a breakdown are more than another dataflow, which lacks the breakdown, has for the same area and
 * period. The total is compared where it has a row, else its parts together; where persons overlap, the largest part.
 * The same for several pairs of dataflows, each with an id and texts of its own.
 */
final class ExceedsOtherDataflow implements RowRule {

    private final String id;

    ExceedsOtherDataflow(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return settings.other(this, rows.space()).isPresent();
    }

    @Override
    public void check(RowTable rows, RuleSettings settings, FindingSink sink) {
        OtherRows other = settings.other(this, rows.space()).orElseThrow();
        RowFindings findings = new RowFindings(rows, this, settings, sink);
        long tolerance = settings.number(this, "tolerance", 0);
        List<Dimension> breakdowns = other.onlyHere();
        BroadestCells tooMany = new BroadestCells(new Margins(rows.space()));
        for (Breakdowns along : rows.merged().breakdowns()) {
            if (breakdowns.contains(along.tree().dimension())) {
                collect(rows, along, other, tolerance, tooMany);
            }
        }
        tooMany.forEach((cell, more) ->
                findings.add(cell.place(), cell.key(), parameters(cell, other), IntStream.of(cell.related())));
    }

    private static void collect(
            RowTable rows, Breakdowns along, OtherRows other, long tolerance, BroadestCells tooMany) {
        CodeTree tree = along.tree();
        for (int row = 0; row < rows.fileRows(); row++) {
            long key = rows.key(row);
            if (rows.space().position(key, tree.dimension().position()) == tree.total()
                    && rows.merged().sound(key) == row) {
                add(
                        new BroadestCells.Cell(key, row, rows.range(row), other.find(key), new int[0]),
                        other,
                        tolerance,
                        tooMany);
            }
        }
        along.forEachWithoutTotal(parts -> {
            int place = parts.parts().filter(rows::fromFile).min().orElseThrow();
            CountRange sum = parts.overlaps() ? parts.largest() : new CountRange(parts.low(), parts.high());
            int[] related = parts.parts().toArray();
            long key = parts.totalKey();
            add(new BroadestCells.Cell(key, place, sum, other.find(key), related), other, tolerance, tooMany);
        });
    }

    private static void add(BroadestCells.Cell cell, OtherRows other, long tolerance, BroadestCells tooMany) {
        if (cell.other() >= 0
                && cell.range().low() > Breakdown.plus(other.rows().high(cell.other()), tolerance)) {
            tooMany.add(cell);
        }
    }

    private static Map<String, Object> parameters(BroadestCells.Cell cell, OtherRows other) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("sum", cell.range().parameter());
        parameters.put("other", other.dataflow());
        parameters.put("total", other.rows().range(cell.other()).parameter());
        parameters.put("difference", cell.range().low() - other.rows().high(cell.other()));
        return parameters;
    }
}
