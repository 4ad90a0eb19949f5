package org.tipstats.publish.draft;

import java.util.List;
import java.util.Map;
import org.tipstats.protect.disclose.AreaSettings;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.disclose.ProtectionProgress;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Protects and audits as the service does, but without the service. Public for the benchmark. */
public final class ServiceProtection {

    private final VintageAudit audit;
    private final SchemaRegistry schemas;

    public ServiceProtection(SchemaRegistry schemas) {
        this.audit = new VintageAudit(schemas);
        this.schemas = schemas;
    }

    public AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier) {
        return protect(compiled, earlier, Exceptions.NONE);
    }

    /** Protects with exceptions. The result has no report if it is blocked or was protected again after an audit. */
    public AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier, Exceptions exceptions) {
        return new AuditedSuppression(new DisclosureControl(schemas.submitted(), AreaSettings.NONE, exceptions), audit)
                .protect(compiled, earlier, ProtectionProgress.SILENT);
    }

    /** Audits all publications as the service does before it publishes a release. */
    public AuditReport audit(List<EarlierRelease> published) {
        return audit.audit(published);
    }
}
