package org.tipstats.intruder;

import java.util.Map;
import java.util.Optional;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.RuleSetting;

/**
 * The same figure in two dataflows: the total over the further dimensions of a finer dataflow is a figure of the
 * coarser one. Which dataflow is finer than which stands in the settings of the rules that compare them. Where persons
 * may be counted under several codes of the finer one, its total is another figure.
 */
final class LinkedDataflows {

    private final Map<String, CubeFigures> cubes;

    /** @param cubes those of one release, by the dataflows' ids */
    LinkedDataflows(Map<String, CubeFigures> cubes) {
        this.cubes = cubes;
    }

    void tell(Knowledge knowledge) {
        for (CubeFigures coarse : cubes.values()) {
            coarse.shape().dataflow().rules().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .map(LinkedDataflows::finer)
                    .flatMap(Optional::stream)
                    .map(cubes::get)
                    .filter(fine -> fine != null && isComparable(fine.shape().dataflow()))
                    .forEach(fine -> link(knowledge, coarse, fine));
        }
    }

    private static Optional<String> finer(RuleSetting rule) {
        return rule.rule().contains("-exceeds-") ? rule.text("finer") : Optional.empty();
    }

    private static boolean isComparable(Dataflow fine) {
        return fine.structure().dimensions().stream().noneMatch(Dimension::overlapping);
    }

    private static void link(Knowledge knowledge, CubeFigures coarse, CubeFigures fine) {
        fine.forEach(key -> {
            long same = fine.shape().areaOf(key).isAreaGroup() ? CubeShape.NONE : same(coarse, fine, key);
            Figure figure = same == CubeShape.NONE ? null : coarse.find(same);
            if (figure != null) {
                knowledge.equate(Source.LINK, figure, fine.find(key));
            }
        });
    }

    /** The key of the same figure in the coarser dataflow, or none. */
    private static long same(CubeFigures coarse, CubeFigures fine, long key) {
        var from = fine.shape().space();
        var to = coarse.shape().space();
        for (Dimension dimension : from.structure().dimensions()) {
            boolean further = to.structure().dimension(dimension.id()).isEmpty();
            if (further
                    && !(dimension.codes() != null
                            && dimension
                                    .codes()
                                    .at(from.position(key, dimension.position()))
                                    .isTotal())) {
                return CubeShape.NONE;
            }
        }
        int[] positions = new int[to.structure().dimensions().size()];
        for (Dimension dimension : to.structure().dimensions()) {
            int position = from.structure()
                    .dimension(dimension.id())
                    .map(same -> dimension.positionOf(from.code(key, same)))
                    .orElseGet(() -> dimension.codes() == null
                            ? CubeShape.NONE
                            : dimension
                                    .codes()
                                    .total()
                                    .map(code -> code.position())
                                    .orElse(CubeShape.NONE));
            if (position < 0) {
                return CubeShape.NONE;
            }
            positions[dimension.position()] = position;
        }
        return to.pack(positions);
    }
}
