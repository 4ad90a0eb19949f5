package org.tipstats.protection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tipstats.disclosure.ProtectedRelease;
import org.tipstats.intruder.AuditReport;

/**
 * A protected release, and what the audit found in it with all that is public already. Confidential.
 *
 * @param report empty where not all that changed was looked at as it is now: blocked, or protected anew after a look
 * @param changed the years that tell something new, which alone were looked at; empty where all were
 * @param took how long that look took
 */
public record AuditedRelease(
        ProtectedRelease release, Optional<AuditReport> report, List<String> changed, Duration took) {}
