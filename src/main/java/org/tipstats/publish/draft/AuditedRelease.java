package org.tipstats.publish.draft;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.intruder.AuditReport;

/**
 * A protected release and the result of its audit, together with everything that is already public. Confidential.
 *
 * @param report empty if the current state was not audited as a whole: the release is blocked, or it was protected
 *     again after an audit
 * @param changed the years with new information, the only ones that were audited; empty if all years were
 * @param took the duration of the audit
 */
public record AuditedRelease(
        ProtectedRelease release, Optional<AuditReport> report, List<String> changed, Duration took) {}
