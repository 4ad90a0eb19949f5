package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The national figures of a dataflow after rounding.
 *
 * @param national the input of the aggregates: rounded counts, and unchanged figures without a value
 * @param withheld figures that their providers reserve, and figures that would reveal a reserved figure; they have no
 *     value and are in no aggregate
 */
public record RoundedCube(Cube national, List<Observation> withheld) {

    public RoundedCube {
        withheld = List.copyOf(withheld);
    }

    /** Returns a compiled cube with the withheld figures added, as it may be published. */
    public Cube publish(Cube compiled) {
        List<Observation> all = new ArrayList<>(compiled.observations());
        all.addAll(withheld);
        return Cube.of(compiled.space(), all);
    }
}
