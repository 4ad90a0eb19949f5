package org.tipstats.bench.attack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.bench.attack.IntruderKnowledge.Count;

/** The sums over areas: of counts, and of the counts that follow from a rate and the populations. */
final class AreaSums {

    private static final BigDecimal PER = BigDecimal.valueOf(100_000);
    private static final BigDecimal HALF_DIGIT = new BigDecimal("0.00005");

    private final IntruderKnowledge knowledge;
    private final DownloadedTable population;

    /**
     * Creates the sums.
     *
     * @param population the populations of the same release
     */
    AreaSums(IntruderKnowledge knowledge, DownloadedTable population) {
        this.knowledge = knowledge;
        this.population = population;
    }

    void use(DownloadedTable table) {
        for (DownloadedCell cell : List.copyOf(table.cells().values())) {
            String unit = table.structure().code(cell.key(), PublishedStructure.UNIT);
            if (unit.equals(PublishedStructure.COUNT)) {
                Count total = knowledge.count(table, cell.key());
                if (total != null && table.structure().isGroup(cell.key())) {
                    knowledge.sum(total, members(table, cell.key()), true, false, "group " + table.name(cell.key()));
                }
            } else if (cell.isPublic()) {
                rate(table, cell);
            }
        }
    }

    /** Returns the counts of the groups and areas directly below. Leaves out masked ones, which count as 0 in a sum. */
    private List<Count> members(DownloadedTable table, String key) {
        PublishedStructure structure = table.structure();
        List<Count> members = new ArrayList<>();
        for (String code : structure
                .dimensions()
                .get(PublishedStructure.AREA)
                .below(structure.code(key, PublishedStructure.AREA))) {
            String member = structure.with(key, PublishedStructure.AREA, code);
            Count count = knowledge.count(table, member);
            if (count != null && !table.cell(member).isMasked()) {
                members.add(count);
            }
        }
        return members;
    }

    private void rate(DownloadedTable table, DownloadedCell rate) {
        PublishedStructure structure = table.structure();
        String key = structure.with(rate.key(), PublishedStructure.UNIT, PublishedStructure.COUNT);
        List<Count> counts = new ArrayList<>();
        long persons = 0;
        for (String area : areas(structure, structure.code(key, PublishedStructure.AREA))) {
            String member = structure.with(key, PublishedStructure.AREA, area);
            DownloadedCell cell = table.cell(member);
            long living = cell == null || !cell.isReported() ? 0 : population(structure, member);
            persons += living;
            if (living > 0 && !cell.isMasked()) {
                counts.add(knowledge.count(table, member));
            }
        }
        if (persons > 0) {
            BigDecimal size = BigDecimal.valueOf(persons);
            BigDecimal least = rate.value().subtract(HALF_DIGIT).multiply(size).divide(PER);
            BigDecimal most = rate.value().add(HALF_DIGIT).multiply(size).divide(PER);
            knowledge.between(
                    counts,
                    least.setScale(0, java.math.RoundingMode.CEILING).longValueExact(),
                    most.setScale(0, java.math.RoundingMode.FLOOR).longValueExact(),
                    "rate " + table.name(rate.key()));
        }
    }

    private static List<String> areas(PublishedStructure structure, String code) {
        List<String> below = structure.dimensions().get(PublishedStructure.AREA).below(code);
        if (below.isEmpty()) {
            return List.of(code);
        }
        List<String> areas = new ArrayList<>();
        below.forEach(member -> areas.addAll(areas(structure, member)));
        return areas;
    }

    private long population(PublishedStructure structure, String key) {
        PublishedStructure of = population.structure();
        List<String> codes = of.dimensions().keySet().stream()
                .map(dimension -> structure.dimensions().containsKey(dimension) ? structure.code(key, dimension) : "_T")
                .toList();
        DownloadedCell cell = population.cell(String.join(".", codes));
        return cell == null || !cell.isPublic() ? 0 : cell.value().longValueExact();
    }
}
