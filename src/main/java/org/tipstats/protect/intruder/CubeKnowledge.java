package org.tipstats.protect.intruder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.protect.intruder.RateCounts.Denominators;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Collects what an intruder knows from published releases: the figures of each cube, and the relations between cubes
 * and between releases.
 */
final class CubeKnowledge {

    private final Knowledge knowledge;
    private final AuditOptions options;

    CubeKnowledge(Knowledge knowledge, AuditOptions options) {
        this.knowledge = knowledge;
        this.options = options;
    }

    /**
     * Reads releases.
     *
     * @param vintages the releases, the earliest first
     */
    void read(List<PublishedVintage> vintages) {
        Map<String, CubeFigures> latest = new LinkedHashMap<>();
        for (PublishedVintage vintage : vintages) {
            Map<String, CubeFigures> current = read(vintage);
            if (knowledge.uses(Source.LINK)) {
                new LinkedDataflows(current).addTo(knowledge);
            }
            if (knowledge.uses(Source.RELEASE)) {
                current.forEach((id, cube) -> {
                    if (latest.containsKey(id)) {
                        new RevisedCubes(options, latest.get(id), cube).addTo(knowledge);
                    }
                });
            }
            latest.putAll(current);
        }
    }

    private Map<String, CubeFigures> read(PublishedVintage vintage) {
        Optional<Cube> population = vintage.cubes().entrySet().stream()
                .filter(entry -> entry.getKey().isPopulation())
                .map(Map.Entry::getValue)
                .findFirst();
        Map<String, CubeFigures> cubes = new LinkedHashMap<>();
        vintage.cubes().forEach((dataflow, cube) -> {
            if (!dataflow.isPopulation()) {
                cubes.put(dataflow.id(), read(vintage.release(), dataflow, cube, population));
            }
        });
        return cubes;
    }

    private CubeFigures read(String release, Dataflow dataflow, Cube cube, Optional<Cube> population) {
        CubeShape shape = new CubeShape(dataflow, cube.space());
        CubeFigures figures = new CubeFigures(release, shape, cube);
        figures.read(knowledge, options);
        AreaBlock.of(figures).forEach(block -> block.addTo(knowledge));
        addGroupSums(figures);
        if (population.isPresent() && shape.hasRates()) {
            new RateCounts(figures, new Denominators(cube.space(), population.get())).addTo(knowledge);
        }
        return figures;
    }

    /**
     * Adds the sums of groups: a group of areas is the sum of its sub-groups and of its areas that have a value. Masked
     * figures count as zero in these sums.
     */
    private void addGroupSums(CubeFigures cube) {
        cube.forEach(key -> {
            if (cube.shape().areaOf(key).isAreaGroup()) {
                EquationSum sum = new EquationSum().plus(cube.find(key));
                subtractMembers(cube, key, sum);
                knowledge.add(sum.within(Source.GROUP, 0, 0));
            }
        });
    }

    private static void subtractMembers(CubeFigures cube, long group, EquationSum sum) {
        for (Code member : cube.shape().membersOf(cube.shape().areaOf(group))) {
            long key = cube.shape().inArea(group, member);
            if (cube.counted(key) != null) {
                sum.minus(cube.counted(key));
            } else if (member.isAreaGroup()) {
                subtractMembers(cube, key, sum);
            }
        }
    }
}
