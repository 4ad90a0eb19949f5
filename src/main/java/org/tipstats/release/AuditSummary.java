package org.tipstats.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.intruder.AuditReport;
import org.tipstats.intruder.ExposedCell;
import org.tipstats.release.ReleaseCheck.Outcome;

/**
 * What the independent audit found, as it is kept with a release. Confidential.
 *
 * @param hidden figures that are withheld or masked, in all releases together, of the years looked at
 * @param exposed the first of those that can be found out, and of those that were not proved safe
 * @param exposedCount how many there are
 * @param alreadyPublic hidden figures that another release shows
 * @param seconds how long it took
 * @param years those that it looked at, since nothing is new in the others; empty for all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AuditSummary(
        int hidden,
        List<Exposed> exposed,
        long exposedCount,
        int alreadyPublic,
        long unknowns,
        long equations,
        long linearPrograms,
        BigDecimal seconds,
        List<String> years) {

    static final String CHECK = "intruder-audit";

    /**
     * A figure that is not safe.
     *
     * @param key as text
     * @param proven whether it can be found out; else nobody could prove that it cannot
     */
    record Exposed(String release, String dataflow, String key, boolean proven) {}

    AuditSummary {
        exposed = List.copyOf(exposed);
        years = years == null ? List.of() : List.copyOf(years);
    }

    static AuditSummary from(AuditReport report, BigDecimal seconds) {
        List<Exposed> exposed = new ArrayList<>();
        add(report.recoverable(), true, exposed);
        add(report.notProven(), false, exposed);
        return new AuditSummary(
                report.hidden(),
                exposed,
                report.recoverable().size() + report.notProven().size(),
                report.alreadyPublic().size(),
                report.unknowns(),
                report.equations(),
                report.programs(),
                seconds,
                List.of());
    }

    /** The same where it looked at some years only. */
    AuditSummary of(List<String> some) {
        return new AuditSummary(
                hidden, exposed, exposedCount, alreadyPublic, unknowns, equations, linearPrograms, seconds, some);
    }

    private static void add(List<ExposedCell> cells, boolean proven, List<Exposed> exposed) {
        cells.stream()
                .limit(ReleaseCheck.ITEMS_SHOWN - exposed.size())
                .forEach(cell -> exposed.add(new Exposed(cell.release(), cell.table(), cell.key(), proven)));
    }

    boolean isSafe() {
        return exposedCount == 0;
    }

    ReleaseCheck check() {
        return isSafe() ? passed() : blocking();
    }

    private ReleaseCheck passed() {
        Map<String, Object> item = ReleaseInspection.item(
                "hidden", hidden,
                "alreadyPublic", alreadyPublic,
                "unknowns", unknowns,
                "equations", equations,
                "linearPrograms", linearPrograms,
                "seconds", seconds,
                "years", years.isEmpty() ? "all" : String.join(" ", years));
        return new ReleaseCheck(
                CHECK,
                Outcome.PASSED,
                "An independent audit of all releases together found none of the hidden figures"
                        + (years.isEmpty() ? "." : " in the years with new figures."),
                hidden,
                List.of(item));
    }

    private ReleaseCheck blocking() {
        List<Map<String, Object>> items = exposed.stream()
                .map(cell -> ReleaseInspection.item(
                        "release", cell.release(),
                        "dataflow", cell.dataflow(),
                        "key", cell.key(),
                        "finding", cell.proven() ? "recoverable" : "not-proven"))
                .toList();
        return new ReleaseCheck(
                CHECK,
                Outcome.BLOCKING,
                "An independent audit of all releases together found hidden figures, or could not prove them safe.",
                exposedCount,
                items);
    }
}
