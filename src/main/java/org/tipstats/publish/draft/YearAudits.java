package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Audits each year of the releases, but does not repeat an audit that found nothing (decision 72). Such an audit leaves
 * a receipt for the year: a digest of everything that it read. A year with the same digest is not audited again, even
 * for another release. A receipt is stored at once, so all instances use it.
 */
@ApplicationScoped
public class YearAudits {

    /**
     * The result of an audit.
     *
     * @param report the result for the years without a receipt
     * @param receipts the number of years with a receipt, which were not audited
     */
    public record AuditedYears(AuditReport report, int receipts) {}

    private static final List<String> AUDITED_SCHEMAS =
            List.of("codelists", "dataStructures", "dataflows", "dataConstraints");

    private final SchemaRegistry schemas;
    private final VintageAudit audit;
    private final AuditReceiptRepository stored;
    private final RoundedFigures rounding;
    private final String settings;

    YearAudits(
            SchemaRegistry schemas,
            VintageAudit audit,
            AuditReceiptRepository stored,
            @ConfigProperty(name = "quarkus.application.version") String program) {
        this.schemas = schemas;
        this.audit = audit;
        this.stored = stored;
        this.rounding = new RoundedFigures(schemas.submitted());
        this.settings = settings(schemas, program);
    }

    /** Returns the digest of the settings. Only the figures and the settings affect the result of an audit. */
    private static String settings(SchemaRegistry schemas, String program) {
        StringBuilder text = new StringBuilder(program + " " + IntruderAudit.VERSION);
        AUDITED_SCHEMAS.forEach(kind -> text.append(schemas.artefacts(kind)));
        return DigestUtils.sha256Hex(text.toString());
    }

    /**
     * Returns the digest of the policy of protection. If an earlier release has another digest, the current policy may
     * treat the figures of that release differently.
     */
    static String policy(SchemaRegistry schemas, AreaSettings areas) {
        StringBuilder text = new StringBuilder("version " + DisclosureControl.VERSION);
        for (Dataflow dataflow : schemas.submitted()) {
            String id = dataflow.id();
            text.append("\n" + id + " " + dataflow.threshold() + " " + dataflow.disclosure());
            text.append(new TreeMap<>(areas.thresholds().getOrDefault(id, Map.of())));
            text.append(new TreeMap<>(areas.orders().getOrDefault(id, Map.of())));
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    /** Returns the digests of the years of a release, for {@link #audit(List, Function)}. */
    public YearDigests digests(EarlierRelease release) {
        return YearDigests.of(release.with(rounding::exact));
    }

    /** Audits all years without a receipt. The release to be published comes last. */
    public AuditedYears audit(List<EarlierRelease> vintages) {
        return audit(vintages, ProtectionProgress.SILENT);
    }

    /** Audits all years without a receipt, as {@link #audit(List)} does, and reports the progress. */
    AuditedYears audit(List<EarlierRelease> vintages, ProtectionProgress progress) {
        return audit(
                vintages.stream().map(this::digests).toList(), years -> EarlierRelease.in(years, vintages), progress);
    }

    /**
     * Audits all years without a receipt. Leaves no receipts if a release was deleted after its digests were read.
     *
     * @param digests the digests of the releases; the release to be published comes last
     * @param read returns the same releases in the same order, with the given years
     */
    public AuditedYears audit(List<YearDigests> digests, Function<YearSelection, List<EarlierRelease>> read) {
        return audit(digests, read, ProtectionProgress.SILENT);
    }

    private AuditedYears audit(
            List<YearDigests> digests,
            Function<YearSelection, List<EarlierRelease>> read,
            ProtectionProgress progress) {
        SortedMap<String, String> open = YearDigests.together(settings, digests);
        int all = open.size();
        open.values().removeAll(stored.known(open.values()));
        if (open.isEmpty()) {
            return new AuditedYears(AuditReport.NOTHING, all);
        }
        List<EarlierRelease> vintages = read.apply(new YearSelection(List.copyOf(open.keySet())));
        AuditReport report = audit.audit(vintages, progress);
        int receipts = all - open.size();
        if (vintages.size() != digests.size()) {
            return new AuditedYears(report, receipts);
        }
        Set<String> exposed = new TreeSet<>();
        Stream.of(report.recoverable(), report.notProven())
                .flatMap(List::stream)
                .forEach(cell -> exposed.add(year(cell)));
        open.keySet().removeAll(exposed);
        stored.store(open.values());
        return new AuditedYears(report, receipts);
    }

    /**
     * Returns the results of audits of different years as one result.
     *
     * @param earlier the releases before the audited one; the cells of the result follow their order
     */
    AuditedYears together(List<AuditedYears> years, List<EarlierRelease> earlier) {
        List<AuditReport> reports = years.stream().map(AuditedYears::report).toList();
        int receipts = years.stream().mapToInt(AuditedYears::receipts).sum();
        return new AuditedYears(audit.together(reports, earlier), receipts);
    }

    private String year(ExposedCell cell) {
        KeySpace space =
                new KeySpace(schemas.dataflow(cell.table()).orElseThrow().structure());
        return space.code(
                space.parse(cell.key()).orElseThrow(), space.structure().time());
    }

    /**
     * Stores the digests of the years of a release that is or becomes public. From now on, the release must not change.
     */
    public void keepYears(String release, Map<String, YearDigests> vintages) {
        stored.storeYears(release, settings, vintages);
    }

    /**
     * Returns the stored digests of the years of a release, by the id of the official figures or of another source's
     * figures; empty if none are stored for the current schemas and versions of the program and the audit.
     */
    public SortedMap<String, YearDigests> years(String release) {
        return stored.years(release, settings);
    }
}
