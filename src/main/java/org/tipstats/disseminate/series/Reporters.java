package org.tipstats.disseminate.series;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.disseminate.coverage.PopulationTable;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Finds the areas of a group that report a figure: the areas whose number is published or, in a dataflow with a
 * threshold, masked or withheld. The attribute N_REPORTING counts the same areas.
 */
final class Reporters {

    /**
     * The line of a chart breaks between two successive years if the areas that report in only one of them have more
     * than one tenth of the people; see {@link #differ}.
     */
    private static final int TENTH = 10;

    private final Dataflow dataflow;
    private final Cube published;
    private final KeySpace space;
    private final Statuses statuses;
    private final Dimension area;
    private final Dimension time;
    private final PopulationTable populations;
    private final Map<Integer, int[]> members = new HashMap<>();
    private final Map<Long, BitSet> reporting = new HashMap<>();

    /** @param published the cube of a release */
    Reporters(Dataflow dataflow, Cube published, PopulationTable populations) {
        this.dataflow = dataflow;
        this.published = published;
        this.space = published.space();
        this.statuses = new Statuses(dataflow.structure());
        this.area = dataflow.structure().area();
        this.time = dataflow.structure().time();
        this.populations = populations;
    }

    /** Returns the positions of the areas in a group, ascending; empty for a single area. */
    int[] members(int group) {
        return members.computeIfAbsent(group, position -> {
            CodeList areas = area.codes();
            Code code = areas.at(position);
            List<Code> below = code.isAreaGroup() ? areas.descendants(code) : List.of();
            return below.stream()
                    .filter(each -> !each.isAreaGroup())
                    .mapToInt(Code::position)
                    .sorted()
                    .toArray();
        });
    }

    /** Returns the positions of the areas that report a count of a group. The caller must not change the result. */
    BitSet of(long count) {
        return reporting.computeIfAbsent(count, this::find);
    }

    private BitSet find(long count) {
        BitSet found = new BitSet();
        for (int member : members(space.position(count, area.position()))) {
            published
                    .find(space.withPosition(count, area.position(), member))
                    .filter(this::isReported)
                    .ifPresent(figure -> found.set(member));
        }
        return found;
    }

    private boolean isReported(Observation figure) {
        return figure.value() != null
                || dataflow.threshold() > 0 && statuses.suppressed().equals(figure.status());
    }

    /**
     * Returns whether the reporters of two counts of a group differ too much. The method adds up the people of the
     * areas that report only one of the two counts. The reporters differ too much if this sum is more than a tenth of
     * the people of the smaller set of reporters. If no population is known for the areas of one of the two counts, the
     * method counts areas instead of people.
     */
    boolean differ(long before, long after) {
        BitSet then = of(before);
        BitSet now = of(after);
        int first = space.position(before, time.position());
        int second = space.position(after, time.position());
        BitSet left = (BitSet) then.clone();
        left.andNot(now);
        BitSet joined = (BitSet) now.clone();
        joined.andNot(then);
        long people = Math.min(populations.of(then, first), populations.of(now, second));
        return people > 0
                ? TENTH * (populations.of(left, first) + populations.of(joined, second)) > people
                : TENTH * (left.cardinality() + joined.cardinality()) > Math.min(then.cardinality(), now.cardinality());
    }
}
