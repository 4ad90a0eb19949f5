package org.tipstats.collect.mappings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.collect.upload.MappingLimits;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Reads a mapping that somebody sends. */
final class MappingBody {

    private MappingBody() {}

    /** Returns the dataflows that the figures of a mapping belong to. */
    static List<String> dataflows(Mapping mapping) {
        Set<String> ids = new LinkedHashSet<>(mapping.dataflows());
        mapping.tables().stream()
                .flatMap(table -> table.rows().stream())
                .filter(rule -> !rule.isIgnore())
                .forEach(rule -> ids.addAll(rule.as()));
        return new ArrayList<>(ids);
    }

    /** @throws ProblemException 413 if a mapping of this size is too large */
    static void requireSize(int bytes) {
        if (bytes > MappingLimits.MAX_BYTES) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_LARGE,
                            "A mapping may have at most " + MappingLimits.MAX_BYTES + " bytes.")
                    .with("limit", MappingLimits.MAX_BYTES));
        }
    }
}
