package org.tipstats.mapping.saved;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.meaning.AdultProof;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;

/**
 * Names of minors, such as girls, that appear or disappear between the file of a mapping and a new file. Beside girls,
 * women are adults; without girls, they may be of all ages. So the two files have different figures of women.
 *
 * @param added the names of minors in the file, each with a cell, if the mapping has women or men but no minors;
 *     otherwise empty
 * @param isGone whether the mapping has names of minors, and the file has none
 */
record MinorNames(Map<String, String> added, boolean isGone) {

    static MinorNames of(Mapping mapping, Map<Block, TableReading> tables) {
        Set<String> known = new HashSet<>();
        mapping.words().values().forEach(words -> known.addAll(words.keySet()));
        mapping.tables().forEach(table -> {
            known.addAll(table.headers());
            known.addAll(table.used());
        });
        Map<String, String> present = new HashMap<>();
        tables.forEach((block, table) -> addNames(block, table.rolesOf(block), present));
        boolean had = known.stream().anyMatch(Counterparts::namesMinors);
        present.keySet().removeIf(name -> !Counterparts.namesMinors(name));
        boolean narrows = !had && known.stream().anyMatch(Counterparts::mayNameAdults);
        return new MinorNames(narrows ? new TreeMap<>(present) : Map.of(), had && present.isEmpty());
    }

    /**
     * Returns whether the file leaves open whether women and men are adults, or shows another answer than the mapping
     * has.
     */
    static boolean haveOtherAges(Mapping mapping, Guess guess) {
        String saved = mapping.choices().getOrDefault(MappingMaker.AGES, AdultProof.ALL_AGES);
        String expected = saved.equals(MappingMaker.SUMS) ? AdultProof.ADULTS : saved;
        return guess.decisions().stream()
                .filter(decision -> decision.kind().equals(MappingMaker.AGES))
                .findFirst()
                .map(decision -> !expected.equals(decision.value()))
                .orElse(!expected.equals(AdultProof.ALL_AGES));
    }

    private static void addNames(Block block, List<String> roles, Map<String, String> names) {
        for (int i = 0; i < roles.size(); i++) {
            Column column = block.columns().get(i);
            // New columns are reported elsewhere.
            if (roles.get(i) == null || roles.get(i).equals("ignore")) {
                continue;
            }
            names.put(column.name(), block.address(column));
            for (Sheet.Row row : block.body()) {
                names.putIfAbsent(row.text(column.index()), block.sheet().address(row.line(), column.index()));
            }
        }
    }

    /** Returns whether a name of the mapping names minors, and no name in the file does. */
    boolean isGone(String name) {
        return isGone && Counterparts.namesMinors(name);
    }
}
