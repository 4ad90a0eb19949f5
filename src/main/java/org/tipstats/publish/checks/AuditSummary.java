package org.tipstats.publish.checks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.draft.YearAudits.AuditedYears;

/**
 * The result of the audit that tries to recover hidden figures, as it is stored with a release. Confidential.
 *
 * @param hidden number of withheld or masked figures in the audited years, in all releases together
 * @param exposed the first figures that can be recovered or that were not proved safe
 * @param alreadyPublic number of hidden figures that another release shows
 * @param years the years with new figures, if only these were audited; empty if no year was left out for this reason
 * @param receipts the number of years that were not audited, because an earlier audit of the same figures found nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditSummary(
        int hidden,
        List<Exposed> exposed,
        long exposedCount,
        int alreadyPublic,
        long unknowns,
        long equations,
        long linearPrograms,
        BigDecimal seconds,
        List<String> years,
        int receipts) {

    public static final String CHECK = "intruder-audit";

    /**
     * A figure that is not safe.
     *
     * @param key series key as text
     * @param proven true if the figure can be recovered; false if the figure was neither recovered nor proved safe
     */
    public record Exposed(String release, String dataflow, String key, boolean proven) {}

    public AuditSummary {
        exposed = List.copyOf(exposed);
        years = years == null ? List.of() : List.copyOf(years);
    }

    /** @param years the years with new figures, if only these were audited; empty for all years */
    static AuditSummary from(AuditedYears audited, BigDecimal seconds, List<String> years) {
        AuditReport report = audited.report();
        Stream<Exposed> exposed =
                Stream.concat(exposed(report.recoverable(), true), exposed(report.notProven(), false));
        return new AuditSummary(
                report.hidden(),
                exposed.limit(ReleaseCheck.ITEMS_SHOWN).toList(),
                report.recoverable().size() + report.notProven().size(),
                report.alreadyPublic().size(),
                report.unknowns(),
                report.equations(),
                report.programs(),
                seconds,
                years,
                audited.receipts());
    }

    private static Stream<Exposed> exposed(List<ExposedCell> cells, boolean proven) {
        return cells.stream().map(cell -> new Exposed(cell.release(), cell.table(), cell.key(), proven));
    }

    public boolean isSafe() {
        return exposedCount == 0;
    }

    public ReleaseCheck check() {
        return isSafe() ? passed() : blocking();
    }

    private ReleaseCheck passed() {
        Map<String, Object> item = ReleaseCheck.item(
                "hidden", hidden,
                "alreadyPublic", alreadyPublic,
                "unknowns", unknowns,
                "equations", equations,
                "linearPrograms", linearPrograms,
                "seconds", seconds,
                "years", years.isEmpty() ? "all" : String.join(" ", years),
                "receipts", receipts);
        return new ReleaseCheck(
                CHECK,
                Outcome.PASSED,
                "An independent audit of all releases together found none of the hidden figures"
                        + (years.isEmpty() ? "." : " in the years with new figures.")
                        + (receipts == 0
                                ? ""
                                : " Years that an earlier audit found safe with the same figures: " + receipts + "."),
                hidden,
                List.of(item));
    }

    private ReleaseCheck blocking() {
        List<Map<String, Object>> items = exposed.stream()
                .map(cell -> ReleaseCheck.item(
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
