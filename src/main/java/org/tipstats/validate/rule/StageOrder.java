package org.tipstats.validate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.BroadestCells;
import org.tipstats.validate.table.Margins;
import org.tipstats.validate.table.RowFindings;
import org.tipstats.validate.table.RowRule;
import org.tipstats.validate.table.RowTable;
import org.tipstats.validate.table.RuleSettings;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Reports more persons at a stage of proceedings than at the stage before it. The annotation {@code FOLLOWS} of a stage
 * names the stage before it.
 */
@Rule.Info(
        id = "stage-order",
        severity = Severity.WARNING,
        since = "1.1.0",
        hitRate = "prosecuted above suspected 77 of 427 area-years (18.0 %); convicted above prosecuted 84 "
                + "of 839 area-years (10.0 %)",
        settings = "tolerance=0")
public final class StageOrder implements RowRule {

    @Override
    public boolean applies(RowTable rows, RuleSettings settings) {
        return stages(rows).isPresent();
    }

    private static Optional<Dimension> stages(RowTable rows) {
        return rows.space()
                .structure()
                .dimension(Role.STAGE)
                .filter(stage -> IntStream.of(earlier(stage)).anyMatch(position -> position >= 0));
    }

    /**
     * Returns an array whose index is the position of a stage. The value is the position of the stage before it, or -1.
     */
    private static int[] earlier(Dimension stage) {
        List<Code> codes = stage.codes().codes();
        return codes.stream()
                .mapToInt(code -> code.annotation("FOLLOWS")
                        .map(stage.codes()::positionOf)
                        .orElse(-1))
                .toArray();
    }

    @Override
    public void check(RowTable rows, RowFindings findings) {
        long tolerance = findings.setting("tolerance");
        Dimension stage = stages(rows).orElseThrow();
        BroadestCells tooMany = new BroadestCells(new Margins(rows.space()));
        int[] earlier = earlier(stage);
        for (int row = 0; row < rows.fileRows(); row++) {
            collect(row, stage.position(), earlier, rows, tolerance, tooMany);
        }
        tooMany.forEach((cell, more) -> findings.add(
                cell.place(), cell.key(), parameters(cell, more, stage, rows), IntStream.of(cell.related())));
    }

    private static void collect(
            int row, int dimension, int[] earlier, RowTable rows, long tolerance, BroadestCells tooMany) {
        long key = rows.key(row);
        int position = rows.space().position(key, dimension);
        if (!rows.hasValue(row)) {
            return;
        }
        if (earlier[position] >= 0 && rows.low(row) > 0) {
            int before = rows.merged().usableRow(rows.space().withPosition(key, dimension, earlier[position]));
            if (before >= 0) {
                compare(row, before, row, rows, tolerance, tooMany);
            }
        }
        // If both rows are in the file, the check of the later row reports the fault.
        for (int stage = 0; stage < earlier.length && rows.comparesWithBaseline(); stage++) {
            int after = earlier[stage] == position
                    ? rows.merged().usableRow(rows.space().withPosition(key, dimension, stage))
                    : RowTable.NONE;
            if (after >= 0 && !rows.fromFile(after)) {
                compare(after, row, row, rows, tolerance, tooMany);
            }
        }
    }

    private static void compare(
            int later, int earlier, int place, RowTable rows, long tolerance, BroadestCells tooMany) {
        boolean exceeds = rows.range(later).exceeds(rows.range(earlier), tolerance);
        if (exceeds && rows.merged().usableRow(rows.key(place)) == place) {
            int related = later == place ? earlier : later;
            tooMany.add(
                    new BroadestCells.Cell(rows.key(later), place, rows.range(later), earlier, new int[] {related}));
        }
    }

    private static Map<String, Object> parameters(BroadestCells.Cell cell, int more, Dimension stage, RowTable rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("stage", rows.space().code(cell.key(), stage));
        parameters.put("earlier", rows.space().code(rows.key(cell.other()), stage));
        parameters.put("count", cell.range().parameter());
        parameters.put("earlierCount", rows.range(cell.other()).parameter());
        parameters.put("difference", cell.range().low() - rows.high(cell.other()));
        parameters.put("more", more);
        return parameters;
    }
}
