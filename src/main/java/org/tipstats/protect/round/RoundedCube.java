package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The national figures of a dataflow after rounding.
 *
 * @param national rounded counts and figures without a value; aggregates are computed from these observations
 * @param withheld figures that must not be published because a provider does not allow it or because they would reveal
 *     another withheld or masked figure; they have no value and are part of no aggregate
 */
public record RoundedCube(Cube national, List<Observation> withheld) {

    public RoundedCube {
        withheld = List.copyOf(withheld);
    }

    /** Adds the withheld figures, without values, to a compiled cube. The result may be published. */
    public Cube publish(Cube compiled) {
        List<Observation> all = new ArrayList<>(compiled.observations());
        all.addAll(withheld);
        return Cube.of(compiled.space(), all);
    }
}
