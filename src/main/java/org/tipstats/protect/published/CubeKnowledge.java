package org.tipstats.protect.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.protect.equations.Equation.EquationSum;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.Source;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Collects what an intruder knows from published releases: figures, and relations between cubes and releases. */
public record CubeKnowledge(Knowledge knowledge, AuditOptions options) {

    /** Reads releases, the earliest first. */
    public void read(List<PublishedVintage> vintages) {
        Map<String, CubeFigures> latest = new LinkedHashMap<>();
        for (PublishedVintage vintage : vintages) {
            Map<String, CubeFigures> current = read(vintage);
            current.values().forEach(coarse -> linkFiner(current, coarse));
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

    /**
     * Links equal figures of a dataflow and of dataflows with more dimensions: the totals over the added dimensions
     * equal the figures of the coarser dataflow. Validation rules that compare two dataflows say which one is finer. A
     * finer dataflow is not linked if it may count a person under several codes: its totals then have another meaning.
     */
    private void linkFiner(Map<String, CubeFigures> cubes, CubeFigures coarse) {
        coarse.shape().dataflow().rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(rule -> rule.rule().contains("-exceeds-"))
                .flatMap(rule -> rule.text("finer").map(cubes::get).stream())
                .filter(fine -> fine.shape().dataflow().structure().dimensions().stream()
                        .noneMatch(Dimension::overlapping))
                .forEach(fine -> link(coarse, fine));
    }

    private void link(CubeFigures coarse, CubeFigures fine) {
        fine.figures().forEach((key, figure) -> {
            OptionalLong same = fine.shape().isGroup(key)
                    ? OptionalLong.empty()
                    : fine.shape().space().sameIn(coarse.shape().space(), key);
            if (same.isPresent() && coarse.find(same.getAsLong()) != null) {
                knowledge.equate(Source.LINK, coarse.find(same.getAsLong()), figure);
            }
        });
    }

    private Map<String, CubeFigures> read(PublishedVintage vintage) {
        Optional<Cube> population = vintage.cubes().entrySet().stream()
                .filter(cube -> cube.getKey().isPopulation())
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
        CubeShape shape = new CubeShape(dataflow);
        CubeFigures figures = new CubeFigures(release, shape, cube);
        figures.read(knowledge, options);
        AreaBlock.of(figures).forEach(block -> block.addTo(knowledge));
        addGroupSums(figures);
        if (population.isPresent() && shape.hasRates()) {
            new RateCounts(figures, population.get()).addTo(knowledge);
        }
        return figures;
    }

    /**
     * Adds each group as the sum of its sub-groups and of its areas, published or withheld. The members of a sub-group
     * without a figure replace it. Masked figures count as zero.
     */
    private void addGroupSums(CubeFigures cube) {
        cube.figures().forEach((key, figure) -> {
            if (cube.shape().isGroup(key)) {
                EquationSum sum = new EquationSum().plus(figure);
                subtractMembers(cube, key, sum);
                knowledge.add(sum.within(Source.GROUP, 0, 0));
            }
        });
    }

    private static void subtractMembers(CubeFigures cube, long group, EquationSum sum) {
        for (Code member : cube.shape().partsOf(cube.shape().areaOf(group))) {
            long key = cube.shape().inArea(group, member);
            if (cube.counted(key) != null) {
                sum.minus(cube.counted(key));
            } else if (member.isAreaGroup()) {
                subtractMembers(cube, key, sum);
            }
        }
    }
}
