package org.tipstats.protect.intruder;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Links equal figures of two dataflows. A finer dataflow has more dimensions; its total over these dimensions equals a
 * figure of the coarser dataflow. Validation rules that compare two dataflows say which one is finer. A finer dataflow
 * is not linked if it may count a person under several codes, because its totals then have a different meaning.
 */
final class LinkedDataflows {

    private final Map<String, CubeFigures> cubes;

    /**
     * Creates an instance.
     *
     * @param cubes the cubes of one release, by the ids of their dataflows
     */
    LinkedDataflows(Map<String, CubeFigures> cubes) {
        this.cubes = cubes;
    }

    void addTo(Knowledge knowledge) {
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
            AuditedFigure figure = same == CubeShape.NONE ? null : coarse.find(same);
            if (figure != null) {
                knowledge.equate(Source.LINK, figure, fine.find(key));
            }
        });
    }

    /** Returns the key of the same figure in the coarser dataflow, or {@link CubeShape#NONE}. */
    private static long same(CubeFigures coarse, CubeFigures fine, long key) {
        KeySpace from = fine.shape().space();
        KeySpace to = coarse.shape().space();
        boolean total = from.structure().dimensions().stream()
                .filter(dimension -> to.structure().dimension(dimension.id()).isEmpty())
                .allMatch(dimension -> isTotal(dimension, from.position(key, dimension.position())));
        int[] positions = to.structure().dimensions().stream()
                .mapToInt(dimension -> position(from, key, dimension))
                .toArray();
        boolean found = total && Arrays.stream(positions).allMatch(position -> position >= 0);
        return found ? to.pack(positions) : CubeShape.NONE;
    }

    private static boolean isTotal(Dimension dimension, int position) {
        return !dimension.isTime() && dimension.codes().at(position).isTotal();
    }

    /**
     * Returns the position of the same code in a dimension of the coarser dataflow. If the finer dataflow lacks the
     * dimension, returns the position of the total.
     */
    private static int position(KeySpace from, long key, Dimension dimension) {
        Optional<Dimension> same = from.structure().dimension(dimension.id());
        if (same.isPresent()) {
            return dimension.positionOf(from.code(key, same.get()));
        }
        return dimension.isTime()
                ? CubeShape.NONE
                : dimension.codes().total().map(Code::position).orElse(CubeShape.NONE);
    }
}
