package org.tipstats.disseminate.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/** Computes the coverage of a group of areas. */
record RegionShares(DataflowCoverage coverage, PopulationTable populations) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param year the position of the year in its dimension */
    RegionCoverage of(Code region, int year) {
        List<Code> members = coverage.areas().descendants(region).stream()
                .filter(area -> !area.isAreaGroup())
                .toList();
        int[] counts = new int[CoverageStatus.values().length];
        long reporting = 0;
        long known = 0;
        for (Code area : members) {
            CoverageStatus status = coverage.status(area.position(), year);
            long persons = populations.of(area.position(), year);
            counts[status.ordinal()]++;
            known += persons;
            reporting += status.isReporting() ? persons : 0;
        }
        int reported = counts[CoverageStatus.REPORTED.ordinal()];
        int masked = counts[CoverageStatus.MASKED.ordinal()];
        return new RegionCoverage(
                coverage.dataflow().id(),
                region.id(),
                coverage.dataflow().structure().time().valueAt(year),
                members.size(),
                reported,
                masked,
                counts[CoverageStatus.LATE.ordinal()],
                counts[CoverageStatus.NEVER.ordinal()],
                percent(reported + masked, members.size()),
                percent(reporting, known));
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /**
     * The total population of each area in each year. Areas and years are given by position. A value of 0 means
     * unknown.
     */
    record PopulationTable(long[][] persons) {

        /** Reads the totals over all persons from the population dataset, which may be empty. */
        static PopulationTable of(Cube population) {
            KeySpace space = population.space();
            Dimension area = space.structure().area();
            Dimension time = space.structure().time();
            List<Dimension> broken = space.structure().dimensions().stream()
                    .filter(d -> !d.isTime() && d != area && d.codes().total().isPresent())
                    .toList();
            long[][] persons = new long[area.size()][time.size()];
            for (Observation figure : population) {
                boolean whole = broken.stream()
                        .allMatch(d -> d.codes()
                                .at(space.position(figure.key(), d.position()))
                                .isTotal());
                if (whole && figure.value() != null) {
                    persons[space.position(figure.key(), area.position())][
                                    space.position(figure.key(), time.position())] =
                            figure.value().longValue();
                }
            }
            return new PopulationTable(persons);
        }

        long of(int area, int year) {
            return persons[area][year];
        }
    }
}
