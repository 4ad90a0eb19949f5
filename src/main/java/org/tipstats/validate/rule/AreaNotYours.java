package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CellRule;
import org.tipstats.validate.row.RowContext;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Reports rows about an area for which the submitter may not report, and rows that withdraw figures of all areas.
 * Suggests no code: the submitter's own area in the cell would make another area's figure look right.
 */
@Rule.Info(id = "area-not-yours", severity = Severity.ERROR, since = "1.0.0")
public final class AreaNotYours implements CellRule {

    @Override
    public void check(RowContext row) {
        if (row.areas() == null) {
            return;
        }
        Dimension area = row.dataflow().structure().area();
        int position = row.row().positions[area.position()];
        boolean own =
                position >= 0 && row.areas().contains(area.codes().at(position).id());
        boolean allAreas = position < 0 && row.row().isPattern();
        if (own || (position < 0 && !allAreas)) {
            return;
        }
        row.layout().columns().stream()
                .filter(column -> area.equals(column.dimension()))
                .findFirst()
                .ifPresent(column -> {
                    String areas = row.areas().stream().sorted().collect(Collectors.joining(", "));
                    row.report(this, column, Map.of("areas", areas), List.of());
                });
    }
}
