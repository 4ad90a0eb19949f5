package org.tipstats.sdmx.question;

import java.util.BitSet;
import java.util.function.Predicate;
import org.tipstats.vocabulary.schema.Dimension;

/** Sets of values of a dimension, by their positions in its list. */
final class Positions {

    private Positions() {}

    /** The values with the property. */
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
