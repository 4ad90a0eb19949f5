package org.tipstats.disseminate.format;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The observations of one reply, in the order of their keys.
 *
 * @param release the release of the observations
 * @param terms the terms of use of the observations
 * @param places the indexes of all matching observations in the cube, ascending
 * @param from the index of this reply's first observation in {@code places}
 * @param to one more than the index of this reply's last observation in {@code places}
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

    /** Selects all observations of a dataflow in a release. */
    public static DataSelection whole(ReleaseReference release, Dataflow dataflow, Terms terms, Cube cube) {
        return of(
                release, dataflow, terms, cube, IntStream.range(0, cube.size()).toArray());
    }

    /**
     * Selects observations of a dataflow as one page.
     *
     * @param places the indexes of the observations in the cube, ascending
     */
    public static DataSelection of(ReleaseReference release, Dataflow dataflow, Terms terms, Cube cube, int[] places) {
        return new DataSelection(release, dataflow, terms, cube, places, 0, places.length, null);
    }

    public int size() {
        return to - from;
    }

    /** Returns the number of matching observations on all pages. */
    public int total() {
        return places.length;
    }

    /** Returns the observations of this reply. Each call returns a new iterator. */
    public Iterator<Observation> observations() {
        return IntStream.range(from, to).mapToObj(i -> cube.at(places[i])).iterator();
    }

    /**
     * Returns a selection of other observations of the same dataset, as one page.
     *
     * @param others the indexes of the other observations in the cube, ascending
     */
    public DataSelection withPlaces(int[] others) {
        return of(release, dataflow, terms, cube, others);
    }

    List<ObservationField> fields() {
        return ObservationField.of(cube.space());
    }
}
