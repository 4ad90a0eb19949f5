package org.tipstats.site.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The subjects of a dataset: its totals, its breakdown by each dimension, and each single code of these dimensions,
 * except countries and unknown characteristics. Finds the areas and years that have figures on a subject.
 */
final class FigureSubjects {

    /**
     * A subject: totals, a breakdown, or a single code.
     *
     * @param place the index among the subjects of the dataset
     * @param dimension null for totals
     * @param code null for totals and for a breakdown
     */
    record Subject(int place, Dimension dimension, Code code) {}

    private static final Set<Role> NO_BREAKDOWN = Set.of(Role.AREA, Role.TIME, Role.UNIT, Role.FREQUENCY);

    /** Roles of dimensions whose codes are countries. Single codes of these dimensions are not subjects. */
    static final Set<Role> COUNTRIES = Set.of(Role.CITIZENSHIP, Role.COUNTERPART);

    private final Dataflow flow;
    private final Cube cube;
    private final List<Subject> subjects = new ArrayList<>();
    /**
     * For each dimension and code, the index of the subject that is this code. If no subject is this code, the index of
     * the breakdown of its dimension.
     */
    private final int[][] ofCode;
    /** The index of the breakdown of each dimension; 0 if the dimension has no total. */
    private final int[] ofBreakdown;
    /** The position of the code for all codes of each breakdown, usually the total; -1 if it has none. */
    private final int[] totals;

    private final BitSet[][] years;
    private final List<Dimension> breakdowns;

    FigureSubjects(Dataflow flow, Cube cube) {
        this.flow = flow;
        this.cube = cube;
        this.breakdowns = flow.structure().dimensions().stream()
                .filter(dimension -> !NO_BREAKDOWN.contains(dimension.role()) && dimension.size() > 1)
                .toList();
        int dimensions = flow.structure().dimensions().size();
        this.ofCode = new int[dimensions][];
        this.ofBreakdown = new int[dimensions];
        this.totals = new int[dimensions];
        addSubject(null, null);
        breakdowns.forEach(this::addSubjects);
        int areas = flow.structure().area().size();
        this.years = new BitSet[subjects.size()][areas];
        Optional<Code> count = flow.unit("COUNT");
        Statuses statuses = new Statuses(flow.structure());
        int unit = flow.structure().unit().position();
        for (Observation observation : cube) {
            boolean counts = count.isEmpty()
                    || cube.space().position(observation.key(), unit)
                            == count.get().position();
            if (counts && statuses.countsAsReported(observation)) {
                add(observation);
            }
        }
    }

    private int addSubject(Dimension dimension, Code code) {
        subjects.add(new Subject(subjects.size(), dimension, code));
        return subjects.size() - 1;
    }

    /**
     * Adds the subjects of a dimension. If the dimension has no total, adds no breakdown: the subject of the totals
     * then includes the figures of all codes of the dimension.
     */
    private void addSubjects(Dimension dimension) {
        int at = dimension.position();
        totals[at] = FlowFigures.whole(flow, dimension).map(Code::position).orElse(-1);
        ofBreakdown[at] = totals[at] < 0 ? 0 : addSubject(dimension, null);
        ofCode[at] = new int[dimension.size()];
        for (Code code : dimension.codes().codes()) {
            boolean single = !COUNTRIES.contains(dimension.role()) && !code.isTotal() && !code.isUnknown();
            ofCode[at][code.position()] = single ? addSubject(dimension, code) : ofBreakdown[at];
        }
    }

    /**
     * Adds the year of an observation to the subjects of the observation. Ignores an observation that is broken down by
     * two or more of the dimensions with a total.
     */
    private void add(Observation observation) {
        Dimension broken = null;
        Dimension open = null;
        for (Dimension dimension : breakdowns) {
            int total = totals[dimension.position()];
            if (total < 0) {
                open = dimension;
            } else if (total != position(observation, dimension)) {
                if (broken != null) {
                    return;
                }
                broken = dimension;
            }
        }
        Dimension single = broken == null ? open : broken;
        mark(broken == null ? 0 : ofBreakdown[broken.position()], observation);
        if (single != null) {
            mark(ofCode[single.position()][position(observation, single)], observation);
        }
    }

    private int position(Observation observation, Dimension dimension) {
        return cube.space().position(observation.key(), dimension.position());
    }

    private void mark(int subject, Observation observation) {
        BitSet[] areas = years[subject];
        int area = position(observation, flow.structure().area());
        areas[area] = areas[area] == null ? new BitSet() : areas[area];
        areas[area].set(position(observation, flow.structure().time()));
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Returns the years for which an area has figures on a subject, in order. */
    List<String> years(Subject subject, Code area) {
        BitSet found = years[subject.place()][area.position()];
        return found == null
                ? List.of()
                : found.stream().mapToObj(flow.structure().time()::valueAt).toList();
    }
}
