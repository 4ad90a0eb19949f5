package org.tipstats.disseminate.coverage;

import java.util.List;
import org.tipstats.disseminate.coverage.CoverageService.CoverageStatus;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;

/** Computes the coverage of a group of areas. */
record RegionShares(DataflowCoverage coverage, PopulationTable populations) {

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
                counts[CoverageStatus.DECLARED.ordinal()],
                counts[CoverageStatus.LATE.ordinal()],
                counts[CoverageStatus.NEVER.ordinal()],
                Coverage.percent(reported + masked, members.size()),
                Coverage.percent(reporting, known));
    }
}
