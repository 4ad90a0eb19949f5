package org.tipstats.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.tipstats.observation.Cube;

/**
 * What the small world's areas report and how many people live there, at random: counts that are often small, zeros,
 * masked and missing values, gaps, unknown populations.
 *
 * @param rows national victims, as rows of {@link SmallWorld}
 * @param people populations, as rows of {@link SmallWorld}
 */
public record SmallWorlds(List<String> rows, List<String> people) {

    public Cube compile() {
        return compile(rows);
    }

    Cube compile(List<String> reported) {
        return new AggregateCalculator(SmallWorld.VICTIMS, SmallWorld.cube(SmallWorld.POPULATION, people))
                .calculate(SmallWorld.cube(SmallWorld.VICTIMS, reported));
    }

    /** The cells that the random areas may report. */
    public static List<String> cells() {
        return List.of("all all 2010", "f all 2010", "f coal 2010", "all all 2011");
    }

    /** Makes random worlds for property tests; found by jqwik as a service. */
    public static final class Provider implements ArbitraryProvider {

        @Override
        public boolean canProvideFor(TypeUsage type) {
            return type.isOfType(SmallWorlds.class);
        }

        @Override
        public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
            Arbitrary<String> value = Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.integers().between(0, 6).map(String::valueOf)),
                    Tuple.of(2, Arbitraries.integers().between(7, 400).map(String::valueOf)),
                    Tuple.of(2, Arbitraries.just("masked")),
                    Tuple.of(1, Arbitraries.just("missing")),
                    Tuple.of(2, Arbitraries.just("")));
            Arbitrary<String> persons = Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.integers().between(1, 90_000).map(String::valueOf)),
                    Tuple.of(1, Arbitraries.just("")));
            return Set.of(Combinators.combine(
                            rows(value, cells()), rows(persons, List.of("all all 2010", "f all 2010", "all all 2011")))
                    .as(SmallWorlds::new));
        }

        private static Arbitrary<List<String>> rows(Arbitrary<String> value, List<String> cells) {
            List<String> keys = Stream.concat(SmallWorld.AREAS.stream(), Stream.of("ice"))
                    .flatMap(area -> cells.stream().map(cell -> area + " " + cell + " "))
                    .toList();
            return value.list().ofSize(keys.size()).map(values -> {
                List<String> rows = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++) {
                    if (!values.get(i).isEmpty()) {
                        rows.add(keys.get(i) + values.get(i));
                    }
                }
                return rows;
            });
        }
    }
}
