package org.tipstats.disseminate.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import java.util.function.Function;
import java.util.stream.LongStream;
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
     * Replaces {@code latest} by the years that it means. Returns this query if {@code latest} is 0.
     *
     * @param existing returns the keys that exist and that a query selects
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
        Dimension area = dataflow.structure().area();
        BitSet areas = wanted.get(area.position());
        Selection selection = new Selection(this, vintage);
        if (areas == null) {
            selection.addAll();
        } else {
            areas.stream().forEach(position -> selection.add(vintage.indexesOf(position)));
        }
        return selection.sorted();
    }

    /** Returns a text that is equal for equal queries, for caches and tags. */
    String canonical() {
        return dataflow.id() + wanted + (latest == 0 ? "" : "latest" + latest) + attributes;
    }

    private static final class Selection {
        private final DataQuery query;
        private final Vintage vintage;
        private final KeySpace space;
        private final List<ObservationField> attributeFields;
        private int[] places = new int[64];
        private int size;

        Selection(DataQuery query, Vintage vintage) {
            this.query = query;
            this.vintage = vintage;
            this.space = vintage.cube().space();
            this.attributeFields = ObservationField.of(space).stream()
                    .filter(field -> query.attributes.containsKey(field.id()))
                    .toList();
        }

        void addAll() {
            for (int place = 0; place < vintage.cube().size(); place++) {
                addIfWanted(place);
            }
        }

        void add(int[] candidates) {
            for (int place : candidates) {
                addIfWanted(place);
            }
        }

        private void addIfWanted(int place) {
            Observation observation = vintage.cube().at(place);
            if (!query.selects(space, observation.key())) {
                return;
            }
            for (ObservationField field : attributeFields) {
                String code = field.text(observation);
                if (code == null || !query.attributes.get(field.id()).contains(code)) {
                    return;
                }
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, size * 2);
            }
            places[size++] = place;
        }

        int[] sorted() {
            int[] result = Arrays.copyOf(places, size);
            Arrays.sort(result);
            return result;
        }
    }
}
