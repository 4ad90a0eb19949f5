package org.tipstats.site.map;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongFunction;
import org.tipstats.disseminate.format.DataSelection;

/**
 * What a map is asked for.
 *
 * @param selection what may be shown, in one piece
 * @param wanted by dimension position the positions asked for, null for all
 * @param chosen by dimension the one code that the map shall show, where the reader chose; and how the list is sorted
 * @param figure the address of the page of a figure, by its key
 * @param here the address of the page itself with another choice: a name of {@code chosen}, and its value
 */
public record MapQuestion(
        DataSelection selection,
        List<BitSet> wanted,
        Map<String, String> chosen,
        LongFunction<String> figure,
        BinaryOperator<String> here) {

    /** The name under which {@code chosen} holds how the list is sorted. */
    public static final String SORT = "sort";

    /** What {@link #SORT} may be besides nothing, which is by name. */
    public static final String BY_RATE = "rate";

    public MapQuestion {
        chosen = Map.copyOf(chosen);
    }
}
