package org.tipstats.vocabulary.cube;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Translates the key of a figure to the key of the population that is the denominator of its rate.
 *
 * <p>Dimensions with the roles given to the constructor keep their code. The unit becomes the unit of counts. All other
 * dimensions get the code of their total.
 */
public final class DenominatorKeys {

    /** The result of {@link #of} if the population does not have a code that the denominator's key needs. */
    public static final long NO_KEY = -1;

    private final KeySpace from;
    private final KeySpace to;
    private final int[] source;
    private final int[][] positions;

    public DenominatorKeys(KeySpace from, KeySpace to, Set<Role> followed) {
        this.from = from;
        this.to = to;
        List<Dimension> dimensions = to.structure().dimensions();
        this.source = new int[dimensions.size()];
        this.positions = new int[dimensions.size()][];
        for (Dimension target : dimensions) {
            Optional<Dimension> origin =
                    followed.contains(target.role()) ? from.structure().dimension(target.role()) : Optional.empty();
            source[target.position()] = origin.map(Dimension::position).orElse(-1);
            positions[target.position()] =
                    origin.map(o -> translation(o, target)).orElseGet(() -> new int[] {fixed(target)});
        }
    }

    private static int[] translation(Dimension origin, Dimension target) {
        int[] translated = new int[origin.size()];
        Arrays.setAll(translated, position -> target.positionOf(origin.valueAt(position)));
        return translated;
    }

    private static int fixed(Dimension target) {
        if (target.isTime()) {
            return -1;
        }
        return target.codes()
                .first(code -> target.role() == Role.UNIT ? code.means("COUNT") : code.isTotal())
                .map(Code::position)
                .orElse(-1);
    }

    /** Returns the key of the population for the key of a figure, or {@link #NO_KEY}. */
    public long of(long key) {
        int[] target = new int[source.length];
        for (int d = 0; d < source.length; d++) {
            int position = source[d] < 0 ? 0 : from.position(key, source[d]);
            target[d] = positions[d][position];
            if (target[d] < 0) {
                return NO_KEY;
            }
        }
        return to.pack(target);
    }
}
