package org.tipstats.disseminate.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Selects observations of a dataflow by the positions of dimensions and by the codes of coded attributes.
 *
 * @param wanted for each dimension, in order, the selected positions; null if all positions are selected
 * @param latest how many of the latest years are selected in addition to the years in {@code wanted}
 * @param attributes the selected codes by attribute id
 */
public record DataQuery(Dataflow dataflow, List<BitSet> wanted, int latest, Map<String, List<String>> attributes) {

    public DataQuery {
        wanted = Collections.unmodifiableList(new ArrayList<>(wanted));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** Replaces {@code latest} by the latest years of a vintage. Returns this query if {@code latest} is 0. */
    public DataQuery resolved(Vintage vintage) {
        Cube cube = vintage.cube();
        return resolved(
                cube.space(),
                query -> Arrays.stream(query.select(vintage))
                        .mapToLong(place -> cube.at(place).key()));
    }

    /**
     * Replaces {@code latest} by the positions of the latest years that have data. Returns this query if {@code latest}
     * is 0.
     *
     * @param existing returns the keys of the existing observations that a query selects
     */
    public DataQuery resolved(KeySpace space, Function<DataQuery, LongStream> existing) {
        if (latest == 0) {
            return this;
        }
        int time = dataflow.structure().time().position();
        BitSet there = new BitSet();
        existing.apply(withYears(null)).forEach(key -> there.set(space.position(key, time)));
        BitSet years = (BitSet) wanted.get(time).clone();
        int year = there.length() - 1;
        for (int i = 0; i < latest && year >= 0; i++) {
            years.set(year);
            year = there.previousSetBit(year - 1);
        }
        return withYears(years);
    }

    private DataQuery withYears(BitSet years) {
        List<BitSet> changed = new ArrayList<>(wanted);
        changed.set(dataflow.structure().time().position(), years);
        return new DataQuery(dataflow, changed, 0, attributes);
    }

    /** Returns whether the positions of the key are selected. */
    public boolean selects(KeySpace space, long key) {
        for (int d = 0; d < wanted.size(); d++) {
            if (wanted.get(d) != null && !wanted.get(d).get(space.position(key, d))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the indexes of the selected observations in the vintage's cube, in ascending order. */
    public int[] select(Vintage vintage) {
        if (latest > 0) {
            return resolved(vintage).select(vintage);
        }
        Cube cube = vintage.cube();
        Predicate<Observation> filter = attributeFilter(cube.space());
        BitSet areas = wanted.get(dataflow.structure().area().position());
        IntStream candidates = areas == null
                ? IntStream.range(0, cube.size())
                : areas.stream().flatMap(area -> IntStream.of(vintage.indexesOf(area)));
        return candidates
                .filter(place -> selects(cube.space(), cube.at(place).key()) && filter.test(cube.at(place)))
                .sorted()
                .toArray();
    }

    /** Returns a filter that accepts observations with the selected codes of attributes. */
    public Predicate<Observation> attributeFilter(KeySpace space) {
        List<ObservationField> fields = ObservationField.of(space).stream()
                .filter(field -> attributes.containsKey(field.id()))
                .toList();
        return observation -> {
            for (ObservationField field : fields) {
                String code = field.text(observation);
                if (code == null || !attributes.get(field.id()).contains(code)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Returns a text that is equal for equal queries. */
    String canonical() {
        return dataflow.id() + wanted + (latest == 0 ? "" : "latest" + latest) + attributes;
    }

    /**
     * Returns the selected codes as parameters by component. Equal queries have equal parameters. If the query has
     * {@code latest}, call {@link #resolved} first.
     *
     * @throws ProblemException with status 400 if a parameter selects no code, for example the children of a code that
     * has no children
     */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            BitSet positions = wanted.get(dimension.position());
            if (positions != null && positions.isEmpty()) {
                throw ProblemException.parameter(
                        dimension.id(), null, "This selects no code of " + dimension.id() + ".", List.of());
            }
            if (positions != null && positions.cardinality() < dimension.size()) {
                parameters.put(
                        dimension.id(),
                        dimension.isTime()
                                ? years(positions, dimension)
                                : String.join(
                                        ",",
                                        positions.stream()
                                                .mapToObj(dimension::valueAt)
                                                .toList()));
            }
        }
        attributes.forEach((id, codes) -> parameters.put(id, String.join(",", new TreeSet<>(codes))));
        return parameters;
    }

    private static String years(BitSet wanted, Dimension time) {
        List<String> ranges = new ArrayList<>();
        for (int from = wanted.nextSetBit(0); from >= 0; ) {
            int end = wanted.nextClearBit(from);
            String first = from == 0 && end > 1 ? "" : time.valueAt(from);
            String last = end == time.size() ? "" : time.valueAt(end - 1);
            ranges.add(end == from + 1 && !last.isEmpty() ? last : first + ":" + last);
            from = wanted.nextSetBit(end);
        }
        return String.join(",", ranges);
    }
}
