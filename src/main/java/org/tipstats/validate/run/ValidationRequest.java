package org.tipstats.validate.run;

import java.util.Objects;
import java.util.Set;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The conditions under which a file is validated.
 *
 * @param schemas the schemas, with the dataflows that rules compare the file with
 * @param dataflow the dataflow for which the file is submitted
 * @param areas the areas that the submitter may report for; null for any area
 * @param replace whether the file replaces all earlier data of its areas and periods
 * @param currentYear the latest year that rows may report
 * @param findingsKept the largest number of errors to keep; the same limit applies to informations
 * @param baseline the data in force, which the file would change
 * @param progress receives the progress
 */
public record ValidationRequest(
        SchemaRegistry schemas,
        Dataflow dataflow,
        Set<String> areas,
        boolean replace,
        int currentYear,
        int findingsKept,
        Baseline baseline,
        Progress progress) {

    /** The usual value of {@code findingsKept}. */
    public static final int FINDINGS_KEPT = 100_000;

    public ValidationRequest {
        Objects.requireNonNull(schemas, "schemas");
        Objects.requireNonNull(dataflow, "dataflow");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(progress, "progress");
        areas = areas == null ? null : Set.copyOf(areas);
    }

    public ValidationRequest against(Baseline other) {
        return new ValidationRequest(schemas, dataflow, areas, replace, currentYear, findingsKept, other, progress);
    }

    public ValidationRequest watchedBy(Progress other) {
        return new ValidationRequest(schemas, dataflow, areas, replace, currentYear, findingsKept, baseline, other);
    }

    /** Returns a request without a signed-in user, against a service without data. */
    public static ValidationRequest anonymous(SchemaRegistry schemas, Dataflow dataflow, int currentYear) {
        return new ValidationRequest(
                schemas, dataflow, null, false, currentYear, FINDINGS_KEPT, Baseline.EMPTY, Progress.NONE);
    }
}
