package org.tipstats.dissemination;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;

/**
 * The observations of one reply.
 *
 * @param places of all that match, in the cube
 * @param from the first of them in this reply
 * @param to one past the last
 * @param next path and query of the next page, or null
 */
record DataSelection(Cube cube, int[] places, int from, int to, String next) {

    int size() {
        return to - from;
    }

    int total() {
        return places.length;
    }

    Iterator<Observation> observations() {
        return IntStream.range(from, to).mapToObj(i -> cube.at(places[i])).iterator();
    }
}
