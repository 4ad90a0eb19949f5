package org.tipstats.disseminate.format;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.tipstats.publish.citation.Terms;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The observations of one reply, in the order of their keys.
 *
 * @param release of which they are
 * @param terms on which they may be used
 * @param places of all that match, in the cube, ascending
 * @param from the first of them in this reply
 * @param to one past the last
 * @param next path and query of the next page, or null
 */
public record DataSelection(
        ReleaseReference release,
        Dataflow dataflow,
        Terms terms,
        Cube cube,
        int[] places,
        int from,
        int to,
        String next) {

    /** All observations of a dataflow in a release. */
    public static DataSelection whole(ReleaseReference release, Dataflow dataflow, Terms terms, Cube cube) {
        int[] places = IntStream.range(0, cube.size()).toArray();
        return new DataSelection(release, dataflow, terms, cube, places, 0, places.length, null);
    }

    public int size() {
        return to - from;
    }

    /** How many match, on this page and on others. */
    public int total() {
        return places.length;
    }

    /** The observations of this reply; can be asked for several times. */
    public Iterator<Observation> observations() {
        return IntStream.range(from, to).mapToObj(i -> cube.at(places[i])).iterator();
    }

    /** The same with fewer observations, or others of the same dataset, on one page. */
    public DataSelection with(int[] others) {
        return new DataSelection(release, dataflow, terms, cube, others, 0, others.length, null);
    }

    List<ObservationField> fields() {
        return ObservationField.of(cube.space());
    }
}
