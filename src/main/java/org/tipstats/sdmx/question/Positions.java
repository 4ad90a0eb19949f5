package org.tipstats.sdmx.question;

import java.util.BitSet;
import java.util.function.Predicate;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes sets of a dimension's values, as positions in its list. */
final class Positions {

    private Positions() {}

    /** Returns the positions of the values that match. */
    static BitSet matching(Dimension dimension, Predicate<String> property) {
        BitSet positions = new BitSet();
        for (int position = 0; position < dimension.size(); position++) {
            if (property.test(dimension.valueAt(position))) {
                positions.set(position);
            }
        }
        return positions;
    }
}
