package org.tipstats.publish.read;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Lets vintages share equal observations, so that many vintages fit in memory. Most figures never change. */
final class ObservationSharing {

    private ObservationSharing() {}

    /** Returns an equal cube that uses the objects of another cube of the same structure if they are equal. */
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
