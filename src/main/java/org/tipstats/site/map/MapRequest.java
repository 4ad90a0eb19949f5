package org.tipstats.site.map;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongFunction;
import org.tipstats.disseminate.format.DataSelection;

/**
 * A request for a map.
 *
 * @param selection the published data, from one release and dataflow
 * @param wanted the requested positions, by dimension position; null for all
 * @param chosen the code that the reader chose, by dimension; also the sort order of the list
 * @param figure returns the address of a figure's page, by its key
 * @param here returns the address of this page with another choice: a name in {@code chosen} and its value
 */
public record MapRequest(
        DataSelection selection,
        List<BitSet> wanted,
        Map<String, String> chosen,
        LongFunction<String> figure,
        BinaryOperator<String> here) {

    /** The name in {@code chosen} of the sort order of the list. */
    public static final String SORT = "sort";

    /** The value of {@link #SORT} for sorting by rate. Without a value, the list is sorted by name. */
    public static final String BY_RATE = "rate";

    public MapRequest {
        chosen = Map.copyOf(chosen);
    }
}
