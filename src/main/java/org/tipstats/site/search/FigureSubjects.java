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
 * The subjects of a dataset: its totals, its breakdown by each dimension, and each code of these dimensions alone. Finds
 * out which areas have figures on them, and of which years.
 */
final class FigureSubjects {

    /**
     * What figures count.
     *
     * @param dimension null for totals
     * @param code null for a breakdown
     */
    record Subject(Dimension dimension, Code code) {}

    private static final Set<Role> NO_BREAKDOWN = Set.of(Role.AREA, Role.TIME, Role.UNIT, Role.FREQUENCY);

    /** Dimensions with as many codes as there are countries. Their single codes are no subjects. */
    static final Set<Role> COUNTRIES = Set.of(Role.CITIZENSHIP, Role.COUNTERPART);

    private final Dataflow flow;
    private final Cube cube;
    private final List<Subject> subjects = new ArrayList<>();
    private final int[][] ofCode;
    private final BitSet[][] years;
    private final List<Dimension> breakdowns;

    FigureSubjects(Dataflow flow, Cube cube) {
        this.flow = flow;
        this.cube = cube;
        this.breakdowns = flow.structure().dimensions().stream()
                .filter(dimension -> !NO_BREAKDOWN.contains(dimension.role()) && dimension.size() > 1)
                .toList();
        this.ofCode = new int[flow.structure().dimensions().size()][];
        subjects.add(new Subject(null, null));
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

    /** Adds a breakdown, unless the dimension has no total: then the totals are by this dimension already. */
    private void addSubjects(Dimension dimension) {
        int[] places = new int[dimension.size()];
        ofCode[dimension.position()] = places;
        Optional<Code> whole = FlowFigures.whole(flow, dimension);
        whole.ifPresent(code -> subjects.add(new Subject(dimension, null)));
        int breakdown = whole.isPresent() ? subjects.size() - 1 : 0;
        for (Code code : dimension.codes().codes()) {
            boolean single = !COUNTRIES.contains(dimension.role()) && !code.isTotal() && !code.isUnknown();
            places[code.position()] = single ? subjects.size() : breakdown;
            if (single) {
                subjects.add(new Subject(dimension, code));
            }
        }
    }

    /** Adds the year of an observation to its subjects, if at most one dimension is broken down. */
    private void add(Observation observation) {
        List<Dimension> broken = new ArrayList<>();
        Dimension open = null;
        for (Dimension dimension : breakdowns) {
            Optional<Code> whole = FlowFigures.whole(flow, dimension);
            int position = position(observation, dimension);
            if (whole.isEmpty()) {
                open = dimension;
            } else if (whole.get().position() != position) {
                broken.add(dimension);
            }
        }
        if (broken.size() == 1) {
            Dimension dimension = broken.get(0);
            mark(subjects.indexOf(new Subject(dimension, null)), observation);
            mark(ofCode[dimension.position()][position(observation, dimension)], observation);
        } else if (broken.isEmpty()) {
            mark(0, observation);
            if (open != null) {
                mark(ofCode[open.position()][position(observation, open)], observation);
            }
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

    /** Returns the years of which an area has figures on a subject, in order. */
    List<String> years(Subject subject, Code area) {
        BitSet found = years[subjects.indexOf(subject)][area.position()];
        return found == null
                ? List.of()
                : found.stream().mapToObj(flow.structure().time()::valueAt).toList();
    }
}
