package org.tipstats.publish.draft;

import java.util.List;
import java.util.Map;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Protects and audits as the service does, but without the service. Public for the benchmark. */
public final class ServiceProtection {

    private static final AreaSettings AREAS = AreaSettings.NONE;

    private final VintageAudit audit;
    private final YearAudits audits;
    private final SchemaRegistry schemas;

    public ServiceProtection(SchemaRegistry schemas) {
        this.audit = new VintageAudit(schemas);
        this.audits = new YearAudits(schemas, audit, new MemoryReceipts(), "test");
        this.schemas = schemas;
    }

    public AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier) {
        return protect(compiled, earlier, Exceptions.NONE);
    }

    /** Protects with exceptions. The result has no report if it is blocked or was protected again after an audit. */
    public AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier, Exceptions exceptions) {
        String policy = YearAudits.policy(schemas, AREAS);
        List<EarlierRelease> known = earlier.stream()
                .map(release -> new EarlierRelease(release.id(), release.compiled(), release.published(), policy))
                .toList();
        return new AuditedSuppression(
                        new DisclosureControl(schemas.submitted(), AREAS, exceptions, SearchMemory.NONE),
                        audits,
                        policy)
                .protect(compiled, known, ProtectionProgress.SILENT);
    }

    /** Audits the years without a receipt, as the service does before it publishes a release. */
    public AuditedYears auditNewYears(List<EarlierRelease> published) {
        return audits.audit(published);
    }

    /** Audits all years of all publications. */
    public AuditReport audit(List<EarlierRelease> published) {
        return audit.audit(published, ProtectionProgress.SILENT);
    }
}
