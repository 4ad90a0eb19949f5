package org.tipstats.protection;

import java.util.List;
import java.util.Map;
import org.tipstats.disclosure.DisclosureControl;
import org.tipstats.disclosure.EarlierRelease;
import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.disclosure.Thresholds;
import org.tipstats.intruder.AuditReport;
import org.tipstats.observation.Cube;
import org.tipstats.schema.SchemaRegistry;

/** Protects and audits as the service does, but without the service. Public for the benchmark. */
public final class ServiceProtection {

    private final VintageAudit audit;
    private final AuditedSuppression suppression;

    public ServiceProtection(SchemaRegistry schemas) {
        this.audit = new VintageAudit(schemas);
        this.suppression =
                new AuditedSuppression(new DisclosureControl(schemas.submitted(), Thresholds.OF_THE_SCHEMAS), audit);
    }

    public AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier) {
        return suppression.protect(compiled, earlier, ProtectionProgress.SILENT);
    }

    /** Audits all publications as the service does before it publishes a release. */
    public AuditReport audit(List<EarlierRelease> published) {
        return audit.audit(published);
    }
}
