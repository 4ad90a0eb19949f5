package org.tipstats.protect.disclose;

import java.util.List;
import java.util.function.Predicate;
import org.tipstats.vocabulary.cube.Cube;

/**
 * A cube that may be published, and the figures that were removed from it. Everything except the cube is confidential.
 *
 * @param cube the cube with the same keys as before protection; withheld figures have no value, no bounds and no
 *     attributes
 * @param withheld the withheld figures, in key order
 * @param warnings the totals whose persons are all in one category, in key order
 */
public record ProtectedCube(Cube cube, List<WithheldCell> withheld, List<AttributeDisclosure> warnings) {

    public ProtectedCube {
        withheld = List.copyOf(withheld);
        warnings = List.copyOf(warnings);
    }

    /** Returns the number of withheld figures that fulfil the condition. */
    public int count(Predicate<WithheldCell> which) {
        return (int) withheld.stream().filter(which).count();
    }
}
