package org.tipstats.compile.aggregate;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Cube;

/**
 * Random reports and populations of the areas of the small world: many small counts, zeros, masked and missing values,
 * gaps, unknown populations.
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

    /** Returns the cells that the random areas may report. */
    public static List<String> cells() {
        return List.of("all all 2010", "f all 2010", "f coal 2010", "all all 2011");
    }

    /** Creates a random world. */
    public static SmallWorlds random(Random random) {
        return new SmallWorlds(
                rows(cells(), () -> value(random)),
                rows(List.of("all all 2010", "f all 2010", "all all 2011"), () -> persons(random)));
    }

    private static String value(Random random) {
        return switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> String.valueOf(random.nextInt(7));
            case 4, 5 -> String.valueOf(7 + random.nextInt(394));
            case 6, 7 -> "masked";
            case 8 -> "missing";
            default -> "";
        };
    }

    private static String persons(Random random) {
        return random.nextInt(4) == 0 ? "" : String.valueOf(1 + random.nextInt(90_000));
    }

    private static List<String> rows(List<String> cells, Supplier<String> value) {
        return Stream.concat(SmallWorld.AREAS.stream(), Stream.of("ice"))
                .flatMap(area -> cells.stream().map(cell -> area + " " + cell + " "))
                .map(key -> {
                    String drawn = value.get();
                    return drawn.isEmpty() ? "" : key + drawn;
                })
                .filter(row -> !row.isEmpty())
                .toList();
    }
}
