package org.tipstats.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which codes a use of a dataflow (submission, publication) allows, by dimension id; absent means all. */
public record Constraint(String id, Map<String, List<String>> allowed) {

    public Constraint {
        allowed = Map.copyOf(allowed);
    }

    public boolean allows(String dimension, String code) {
        List<String> codes = allowed.get(dimension);
        return codes == null || codes.contains(code);
    }

    /** The only code that is allowed for the dimension, if it is fixed to one. */
    public Optional<String> fixed(String dimension) {
        List<String> codes = allowed.get(dimension);
        return codes != null && codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }
}
