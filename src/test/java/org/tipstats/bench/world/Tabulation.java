package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Counts records into the cells of one dataflow, for one area and year. A cell of a crossing without any record is 0.
 */
final class Tabulation {

    /**
     * The columns of a crossing.
     *
     * @param codes the codes of each dimension, by dimension id
     * @param code returns the code of a record, by dimension id
     */
    record Crossing(Map<String, List<String>> codes, Map<String, Function<Person, String>> code) {

        Crossing() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        /**
         * Returns the crossing with one more dimension.
         *
         * @param told the codes of the dimension
         * @param ofPerson returns the code of a record
         */
        Crossing by(String dimension, List<String> told, Function<Person, String> ofPerson) {
            Crossing wider = new Crossing(new LinkedHashMap<>(codes), new LinkedHashMap<>(code));
            wider.codes.put(dimension, told);
            wider.code.put(dimension, ofPerson);
            return wider;
        }

        /** Returns the crossing with one more dimension at a single code. */
        Crossing at(String dimension, String only) {
            return by(dimension, List.of(only), person -> only);
        }
    }

    private final KeySpace space;
    private final SortedMap<Long, Long> cells;

    /**
     * Creates an empty tabulation.
     *
     * @param cells receives the counts by key
     */
    Tabulation(KeySpace space, SortedMap<Long, Long> cells) {
        this.space = space;
        this.cells = cells;
    }

    /** Adds the table of a crossing. A cell that an earlier table has keeps its count. */
    void add(Crossing crossing, List<Person> persons) {
        Map<Long, Long> table = new LinkedHashMap<>();
        every(crossing).forEach(key -> table.put(key, 0L));
        persons.stream()
                .collect(Collectors.groupingBy(person -> codes(crossing, person), Collectors.counting()))
                .forEach((codes, alike) -> cellsOf(crossing, codes)
                        .forEach(key -> table.computeIfPresent(key, (any, count) -> count + alike)));
        table.forEach(cells::putIfAbsent);
    }

    private List<Long> every(Crossing crossing) {
        List<Long> keys = List.of(0L);
        for (Dimension dimension : space.structure().dimensions()) {
            keys = extended(keys, dimension, crossing.codes().get(dimension.id()));
        }
        return keys;
    }

    /** Returns the codes of a record, in the order of the dimensions. */
    private List<String> codes(Crossing crossing, Person person) {
        return space.structure().dimensions().stream()
                .map(dimension -> crossing.code().get(dimension.id()).apply(person))
                .toList();
    }

    private List<Long> cellsOf(Crossing crossing, List<String> codes) {
        List<Long> keys = List.of(0L);
        for (Dimension dimension : space.structure().dimensions()) {
            List<String> told = crossing.codes().get(dimension.id());
            String code = codes.get(dimension.position());
            List<String> all = told.size() == 1 && told.get(0).equals(code)
                    ? told
                    : withBroader(dimension.codes(), code).stream()
                            .filter(told::contains)
                            .toList();
            keys = extended(keys, dimension, all);
        }
        return keys;
    }

    private List<Long> extended(List<Long> keys, Dimension dimension, List<String> codes) {
        List<Long> longer = new ArrayList<>();
        for (long key : keys) {
            for (String code : codes) {
                longer.add(space.withPosition(key, dimension.position(), dimension.positionOf(code)));
            }
        }
        return longer;
    }

    private static List<String> withBroader(CodeList list, String code) {
        Code finest = list.find(code).orElseThrow();
        List<String> all = new ArrayList<>(List.of(code));
        list.ancestors(finest).forEach(broader -> all.add(broader.id()));
        return all;
    }
}
