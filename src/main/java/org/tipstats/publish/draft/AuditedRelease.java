package org.tipstats.publish.draft;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.intruder.AuditReport;

/**
 * A protected release, and what the audit found in it with all that is public already. Confidential.
 *
 * @param report empty where not all that changed was looked at as it is now: blocked, or protected anew after a look
 * @param changed the years that tell something new, which alone were looked at; empty where all were
 * @param took how long that look took
 */
public record AuditedRelease(
        ProtectedRelease release, Optional<AuditReport> report, List<String> changed, Duration took) {}
