package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The national figures of a dataflow after rounding.
 *
 * @param national what aggregates are made of: rounded counts, and what has no value, as it was
 * @param withheld figures that their providers reserve and those that would give them away: without value, and in no
 *     aggregate
 */
public record RoundedCube(Cube national, List<Observation> withheld) {

    public RoundedCube {
        withheld = List.copyOf(withheld);
    }

    /** A compiled cube with the withheld figures in it, as it may be published. */
    public Cube publish(Cube compiled) {
        List<Observation> all = new ArrayList<>(compiled.observations());
        all.addAll(withheld);
        return Cube.of(compiled.space(), all);
    }
}
