package org.tipstats.validate.rule;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * What a file is to be validated against.
 *
 * @param schemas where the dataflows are that rules compare with
 * @param dataflow what the file is said to hold
 * @param areas the areas that the submitter may report for; null for anyone's
 * @param replace whether the file is all that its areas have for the periods in it
 * @param currentYear the last year that a period may be
 * @param folder where findings may be put aside while the validation is open
 * @param baseline what holds now
 * @param progress told how far it is
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

    /** The same request with other data that holds now. */
    public ValidationRequest against(Baseline other) {
        return new ValidationRequest(schemas, dataflow, areas, replace, currentYear, folder, other, progress);
    }

    /** The request of someone who is not signed in, against an empty service. */
    public static ValidationRequest anonymous(SchemaRegistry schemas, Dataflow dataflow, int currentYear, Path folder) {
        return new ValidationRequest(
                schemas, dataflow, null, false, currentYear, folder, Baseline.EMPTY, Progress.NONE);
    }
}
