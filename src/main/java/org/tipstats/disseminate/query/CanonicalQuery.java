package org.tipstats.disseminate.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Writes a query in a normal form, so that equal queries have equal texts. The normal form lists the codes of
 * hierarchies, keeps the order of the code list, writes years as ranges, and leaves out parameters that filter nothing.
 */
final class CanonicalQuery {

    private CanonicalQuery() {}

    /**
     * Returns the parameters of a query by component.
     *
     * @param query without {@code latest}, see {@link DataQuery#resolved}
     * @throws ProblemException with status 400 if a parameter selects no code, for example the children of a code that
     * has no children
     */
    static Map<String, String> parameters(DataQuery query) {
        Map<String, String> parameters = new TreeMap<>();
        for (Dimension dimension : query.dataflow().structure().dimensions()) {
            BitSet wanted = query.wanted().get(dimension.position());
            if (wanted != null && wanted.isEmpty()) {
                throw ProblemException.parameter(
                        dimension.id(), null, "This selects no code of " + dimension.id() + ".", List.of());
            }
            if (wanted != null && wanted.cardinality() < dimension.size()) {
                parameters.put(
                        dimension.id(), dimension.isTime() ? years(wanted, dimension) : codes(wanted, dimension));
            }
        }
        query.attributes().forEach((id, codes) -> parameters.put(id, String.join(",", new TreeSet<>(codes))));
        return parameters;
    }

    private static String codes(BitSet wanted, Dimension dimension) {
        return String.join(",", wanted.stream().mapToObj(dimension::valueAt).toList());
    }

    private static String years(BitSet wanted, Dimension time) {
        List<String> ranges = new ArrayList<>();
        for (int from = wanted.nextSetBit(0); from >= 0; ) {
            int end = wanted.nextClearBit(from);
            String first = from == 0 && end > 1 ? "" : time.valueAt(from);
            String last = end == time.size() ? "" : time.valueAt(end - 1);
            ranges.add(end == from + 1 && !last.isEmpty() ? last : first + ":" + last);
            from = wanted.nextSetBit(end);
        }
        return String.join(",", ranges);
    }
}
