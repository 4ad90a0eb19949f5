package org.tipstats.publish.draft;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.intruder.AuditReport;

/**
 * A protected release and the result of an audit of this release together with everything that is already public. Both
 * are confidential.
 *
 * @param report the result of the audit; empty if the release is blocked or was protected again after an audit
 * @param changed the years with new information, if only these years were audited; empty if all years were audited
 * @param took the duration of the audit
 */
public record AuditedRelease(
        ProtectedRelease release, Optional<AuditReport> report, List<String> changed, Duration took) {}
