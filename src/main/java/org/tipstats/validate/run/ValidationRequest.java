package org.tipstats.validate.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The conditions under which a file is validated.
 *
 * @param schemas the dataflows that rules compare with
 * @param dataflow the dataflow that the file is said to hold
 * @param areas the areas that the submitter may report for; null for any area
 * @param replace whether the file holds all data of its areas for its periods
 * @param currentYear the last year that a period may be
 * @param folder the folder for findings that do not fit into memory, while the validation is open
 * @param baseline the data that holds now
 * @param progress receives the progress
 */
public record ValidationRequest(
        SchemaRegistry schemas,
        Dataflow dataflow,
        Set<String> areas,
        boolean replace,
        int currentYear,
        Path folder,
        Baseline baseline,
        Progress progress) {

    public ValidationRequest {
        Objects.requireNonNull(schemas, "schemas");
        Objects.requireNonNull(dataflow, "dataflow");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(progress, "progress");
        areas = areas == null ? null : Set.copyOf(areas);
    }

    /** Returns the same request with another baseline. */
    public ValidationRequest against(Baseline other) {
        return new ValidationRequest(schemas, dataflow, areas, replace, currentYear, folder, other, progress);
    }

    /** Returns a request without a signed-in user, against a service without data. */
    public static ValidationRequest anonymous(SchemaRegistry schemas, Dataflow dataflow, int currentYear, Path folder) {
        return new ValidationRequest(
                schemas, dataflow, null, false, currentYear, folder, Baseline.EMPTY, Progress.NONE);
    }
}
