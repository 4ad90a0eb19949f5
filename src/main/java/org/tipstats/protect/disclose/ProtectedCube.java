package org.tipstats.protect.disclose;

import java.util.List;
import java.util.function.Predicate;
import org.tipstats.vocabulary.cube.Cube;

/**
 * A cube that may be published, and what was withheld to make it so. Everything but the cube is confidential.
 *
 * @param cube the same keys as before; what is withheld has no value, no bounds and no attributes
 * @param withheld what is withheld, in key order
 * @param warnings what the cube shows of all persons of a margin at once, in key order
 */
public record ProtectedCube(Cube cube, List<WithheldCell> withheld, List<AttributeDisclosure> warnings) {

    public ProtectedCube {
        withheld = List.copyOf(withheld);
        warnings = List.copyOf(warnings);
    }

    /** How many of the withheld figures fit. */
    public int count(Predicate<WithheldCell> which) {
        return (int) withheld.stream().filter(which).count();
    }
}
