package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.compile.aggregate.SmallWorld;

/** Random counts of the small world's areas by sex and kind, with all totals. Some areas mask their small counts. */
final class RandomTables {

    private static final List<String> SEXES = List.of("f", "m");
    private static final List<String> KINDS = List.of("coal", "fish");
    private static final List<String> AREAS = List.of("aa", "bb", "cc", "dd", "ee", "ice");
    private static final int THRESHOLD = 5;

    private final Map<String, long[][]> counts = new TreeMap<>();
    private final Set<String> masking = new HashSet<>();

    static RandomTables random(Random random) {
        RandomTables tables = new RandomTables();
        for (String area : AREAS) {
            if (random.nextInt(10) > 0) {
                tables.counts.put(area, new long[][] {{count(random), count(random)}, {count(random), count(random)}});
            }
            if (random.nextInt(4) == 0) {
                tables.masking.add(area);
            }
        }
        return tables;
    }

    private static long count(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1, 2 -> 1 + random.nextInt(4);
            case 3, 4 -> 5 + random.nextInt(20);
            default -> 25 + random.nextInt(400);
        };
    }

    /** Returns a copy in which single counts of a few areas differ. */
    RandomTables revised(Random random) {
        RandomTables revised = new RandomTables();
        revised.masking.addAll(masking);
        counts.forEach((area, table) -> {
            long[][] copy = {table[0].clone(), table[1].clone()};
            if (random.nextInt(3) == 0) {
                copy[random.nextInt(2)][random.nextInt(2)] = count(random);
            }
            revised.counts.put(area, copy);
        });
        return revised;
    }

    /** Returns the areas' reports as rows of {@link SmallWorld}. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        truth().forEach((cell, count) -> {
            String area = cell.substring(0, cell.indexOf(' '));
            boolean masked = masking.contains(area) && count > 0 && count < THRESHOLD;
            rows.add(cell + " " + (masked ? "masked" : String.valueOf(count)));
        });
        return rows;
    }

    /** Returns the true counts of the areas, reported or not, by area, sex, kind and year. */
    Map<String, Long> truth() {
        Map<String, Long> truth = new TreeMap<>();
        counts.forEach((area, table) -> {
            for (int sex = 0; sex < SEXES.size(); sex++) {
                for (int kind = 0; kind < KINDS.size(); kind++) {
                    for (String s : List.of("all", SEXES.get(sex))) {
                        for (String k : List.of("all", KINDS.get(kind))) {
                            truth.merge(area + " " + s + " " + k + " 2010", table[sex][kind], Long::sum);
                        }
                    }
                }
            }
        });
        return truth;
    }
}
