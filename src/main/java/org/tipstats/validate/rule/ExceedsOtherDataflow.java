package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.BreakdownScanner;
import org.tipstats.validate.table.BroadestCells;
import org.tipstats.validate.table.CodeHierarchy;
import org.tipstats.validate.table.CountRange;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.OtherDataflowRows;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Compares a finer dataflow, which has a breakdown, with a broader dataflow, which lacks this breakdown. Reports more
 * persons in the finer dataflow than in the broader dataflow for the same area and period. The file may belong to
 * either dataflow. The rule compares the total of the breakdown. If the total has no row, the rule compares the sum of
 * the parts, or the largest part if one person may be counted in several parts. Each pair of dataflows has a subclass
 * with its own id and texts.
 */
public abstract class ExceedsOtherDataflow implements RowRule {

    @Rule.Info(
            id = "citizenship-exceeds-victims",
            severity = Severity.WARNING,
            since = "1.1.0",
            hitRate = "35 of 692 area-years (5.1 %)",
            settings = {"tolerance=0", "with", "finer"})
    public static final class CitizenshipExceedsVictims extends ExceedsOtherDataflow {}

    @Rule.Info(
            id = "citizenship-exceeds-persons",
            severity = Severity.WARNING,
            since = "1.1.0",
            settings = {"tolerance=0", "with", "finer"})
    public static final class CitizenshipExceedsPersons extends ExceedsOtherDataflow {}

    @Rule.Info(
            id = "repatriation-exceeds-victims",
            severity = Severity.WARNING,
            since = "1.1.0",
            hitRate = "36 of 698 area-years (5.2 %)",
            settings = {"tolerance=0", "with", "finer"})
    public static final class RepatriationExceedsVictims extends ExceedsOtherDataflow {}

    @Rule.Info(
            id = "support-exceeds-victims",
            severity = Severity.WARNING,
            since = "1.1.0",
            settings = {"tolerance=0", "with", "finer"})
    public static final class SupportExceedsVictims extends ExceedsOtherDataflow {}

    /**
     * The two dataflows that are compared.
     *
     * @param finer the rows with the breakdown
     * @param broader the rows without the breakdown, found by the keys of {@code finer}
     * @param other the id of the dataflow to which the file does not belong
     * @param fileIsFiner whether the file belongs to the dataflow with the breakdown
     */
    private record Sides(RowTable finer, OtherDataflowRows broader, String other, boolean fileIsFiner) {

        /** Returns the breakdowns with a row of the file, or all breakdowns if the other dataflow is the finer one. */
        List<BreakdownScanner> breakdowns() {
            List<Dimension> dimensions = broader.extraDimensions();
            Stream<BreakdownScanner> along = fileIsFiner
                    ? finer.merged().breakdowns().stream()
                    : CodeHierarchy.of(finer.space().structure()).stream()
                            .map(tree -> new BreakdownScanner(finer, tree, true));
            return along.filter(each -> dimensions.contains(each.tree().dimension()))
                    .toList();
        }

        /** Returns the comparable row without the breakdown, or {@link RowTable#NONE}. */
        int broader(long key) {
            RowTable rows = broader.rows();
            int row = broader.find(key);
            boolean comparable = row >= 0
                    && (fileIsFiner || rows.fromFile(row) && rows.merged().usableRow(rows.key(row)) == row);
            return comparable ? row : RowTable.NONE;
        }
    }

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return sides(rows, settings).isPresent();
    }

    private Optional<Sides> sides(RowTable rows, RuleSettings settings) {
        return settings.other(this, rows.space())
                .map(other -> new Sides(rows, other, other.dataflow(), true))
                .or(() -> settings.text(this, "finer")
                        .flatMap(other -> settings.others()
                                .of(other)
                                .map(finer -> new Sides(finer, broader(rows, finer, settings), other, false))));
    }

    private static OtherDataflowRows broader(RowTable rows, RowTable finer, RuleSettings settings) {
        return new OtherDataflowRows(settings.dataflow().id(), rows, finer.space());
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        Sides sides = sides(rows, findings.settings()).orElseThrow();
        long tolerance = findings.setting("tolerance");
        BroadestCells tooMany = new BroadestCells(new Margins(sides.finer().space()));
        for (BreakdownScanner along : sides.breakdowns()) {
            collect(along, sides, tolerance, tooMany);
        }
        tooMany.forEach((cell, more) -> {
            long key = sides.fileIsFiner() ? cell.key() : rows.key(cell.place());
            findings.add(cell.place(), key, parameters(cell, sides), IntStream.of(cell.related()));
        });
    }

    private static void collect(BreakdownScanner along, Sides sides, long tolerance, BroadestCells tooMany) {
        RowTable finer = sides.finer();
        CodeHierarchy tree = along.tree();
        int rows = sides.fileIsFiner() ? finer.fileRows() : finer.size();
        for (int row = 0; row < rows; row++) {
            long key = finer.key(row);
            if (finer.space().position(key, tree.dimension().position()) == tree.total()
                    && finer.merged().usableRow(key) == row) {
                add(key, finer.range(row), row, new int[0], sides, tolerance, tooMany);
            }
        }
        along.forEachWithoutTotal(parts -> {
            CountRange sum = parts.overlaps() ? parts.largest() : new CountRange(parts.low(), parts.high());
            int place = parts.parts().filter(finer::fromFile).min().orElse(RowTable.NONE);
            int[] related = sides.fileIsFiner() ? parts.parts().toArray() : new int[0];
            add(parts.totalKey(), sum, place, related, sides, tolerance, tooMany);
        });
    }

    /**
     * Adds a cell if its count exceeds the count without the breakdown.
     *
     * @param place the row of the finer dataflow that carries the finding; used only if the file belongs to this
     *     dataflow
     */
    private static void add(
            long key, CountRange range, int place, int[] related, Sides sides, long tolerance, BroadestCells tooMany) {
        int whole = sides.broader(key);
        if (whole >= 0 && range.exceeds(sides.broader().rows().range(whole), tolerance)) {
            tooMany.add(new BroadestCells.Cell(key, sides.fileIsFiner() ? place : whole, range, whole, related));
        }
    }

    private static Map<String, Object> parameters(BroadestCells.Cell cell, Sides sides) {
        RowTable broader = sides.broader().rows();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("sum", cell.range().parameter());
        parameters.put("other", sides.other());
        parameters.put("total", broader.range(cell.other()).parameter());
        parameters.put("difference", cell.range().low() - broader.high(cell.other()));
        if (!sides.fileIsFiner()) {
            parameters.put("variant", "total");
        }
        return parameters;
    }
}
