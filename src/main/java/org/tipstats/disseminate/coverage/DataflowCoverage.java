package org.tipstats.disseminate.coverage;

import java.util.Arrays;
import java.util.List;
import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The coverage of a dataflow by area and year. Areas and years are given by position.
 *
 * @param given the status by area and year; null where there is neither a figure nor a declaration
 * @param first for each area, the first year with a figure, or {@link #NO_YEAR}
 */
record DataflowCoverage(Dataflow dataflow, CoverageStatus[][] given, int[] first) {

    static final int NO_YEAR = Integer.MAX_VALUE;

    /** Determines the coverage from the published figures of a release. */
    static DataflowCoverage of(Dataflow dataflow, Cube published) {
        Dimension area = dataflow.structure().area();
        Dimension time = dataflow.structure().time();
        Statuses statuses = new Statuses(dataflow.structure());
        List<String> declared = statuses.declared();
        KeySpace space = published.space();
        CoverageStatus[][] given = new CoverageStatus[area.size()][time.size()];
        int[] first = new int[area.size()];
        Arrays.fill(first, NO_YEAR);
        for (Observation figure : published) {
            int place = space.position(figure.key(), area.position());
            int year = space.position(figure.key(), time.position());
            if (area.codes().at(place).isAreaGroup()) {
                continue;
            }
            if (given[place][year] == null && declared.contains(figure.status())) {
                given[place][year] = CoverageStatus.DECLARED;
            }
            if (statuses.countsAsReported(figure)) {
                first[place] = Math.min(first[place], year);
                if (!statuses.isMasked(figure)) {
                    given[place][year] = CoverageStatus.REPORTED;
                } else if (given[place][year] != CoverageStatus.REPORTED) {
                    given[place][year] = CoverageStatus.MASKED;
                }
            }
        }
        return new DataflowCoverage(dataflow, given, first);
    }

    CodeList areas() {
        return dataflow.structure().area().codes();
    }

    /** Returns the status of a single area, not a group, in a year. */
    CoverageStatus status(int area, int year) {
        CoverageStatus found = given[area][year];
        if (found != null) {
            return found;
        }
        return first[area] < year ? CoverageStatus.LATE : CoverageStatus.NEVER;
    }

    /** Returns the first year in which any area has a figure, or {@link #NO_YEAR}. */
    int firstYear() {
        return Arrays.stream(first).min().orElse(NO_YEAR);
    }

    /** Returns the last year in which any area has a figure, or -1. */
    int lastYear() {
        return Arrays.stream(given).mapToInt(DataflowCoverage::last).max().orElse(-1);
    }

    private static int last(CoverageStatus[] years) {
        int last = years.length - 1;
        while (last >= 0 && (years[last] == null || years[last] == CoverageStatus.DECLARED)) {
            last--;
        }
        return last;
    }
}
