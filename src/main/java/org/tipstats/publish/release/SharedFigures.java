package org.tipstats.publish.release;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Lets vintages share what is equal in them, so that many of them fit in memory: most figures never change. */
final class SharedFigures {

    private SharedFigures() {}

    /** The same cube, made of the objects of another one of the same structure where they are equal. */
    static Cube share(Cube cube, Cube with) {
        List<Observation> shared = new ArrayList<>(cube.size());
        int other = 0;
        for (Observation observation : cube) {
            while (other < with.size() && with.at(other).key() < observation.key()) {
                other++;
            }
            boolean equal = other < with.size() && with.at(other).equals(observation);
            shared.add(equal ? with.at(other) : observation);
        }
        return Cube.of(cube.space(), shared);
    }
}
