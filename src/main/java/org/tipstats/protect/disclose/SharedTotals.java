package org.tipstats.protect.disclose;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Finds the figures that two dataflows have in common. For example, "women of all ages" in a dataflow by sex and age is
 * the same figure as "women" in a dataflow by sex.
 */
final class SharedTotals {

    private final CubeLayout from;
    private final CubeLayout to;

    SharedTotals(CubeLayout from, CubeLayout to) {
        this.from = from;
        this.to = to;
    }

    /** Returns the key of the same figure in the other dataflow; empty if that dataflow cannot have the figure. */
    OptionalLong inOther(long key) {
        for (Dimension dimension : dimensions(from)) {
            if (match(dimension, to).isEmpty()
                    && !isTotal(dimension, from.space().position(key, dimension.position()))) {
                return OptionalLong.empty();
            }
        }
        List<Dimension> targets = dimensions(to);
        int[] positions = new int[targets.size()];
        for (Dimension target : targets) {
            int position = match(target, from)
                    .map(source -> target.positionOf(source.valueAt(from.space().position(key, source.position()))))
                    .orElseGet(() -> total(target));
            if (position < 0) {
                return OptionalLong.empty();
            }
            positions[target.position()] = position;
        }
        return OptionalLong.of(to.space().pack(positions));
    }

    private static List<Dimension> dimensions(CubeLayout layout) {
        return layout.space().structure().dimensions();
    }

    private static Optional<Dimension> match(Dimension dimension, CubeLayout other) {
        return dimensions(other).stream()
                .filter(candidate -> candidate.id().equals(dimension.id()))
                .findFirst();
    }

    private static boolean isTotal(Dimension dimension, int position) {
        return !dimension.isTime() && dimension.codes().at(position).isTotal();
    }

    private static int total(Dimension dimension) {
        return dimension.isTime()
                ? -1
                : dimension.codes().total().map(Code::position).orElse(-1);
    }
}
