package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that a use of a dataflow (submission or publication) allows.
 *
 * @param allowed the allowed codes by dimension id; a dimension that is absent allows all its codes
 */
public record Constraint(String id, Map<String, List<String>> allowed) {

    public Constraint {
        allowed = Map.copyOf(allowed);
    }

    public boolean allows(String dimension, String code) {
        List<String> codes = allowed.get(dimension);
        return codes == null || codes.contains(code);
    }

    /** Returns the only code that is allowed in the dimension, if there is exactly one. */
    public Optional<String> fixed(String dimension) {
        List<String> codes = allowed.get(dimension);
        return codes != null && codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }
}
