package org.tipstats.protection;

import java.time.Duration;
import java.util.Optional;
import org.tipstats.disclosure.ProtectedRelease;
import org.tipstats.intruder.AuditReport;

/**
 * A protected release, and what the audit found in it with all that is public already. Confidential.
 *
 * @param report empty where not all of it was looked at as it is now: blocked, or protected anew in some years
 * @param took how long that look took
 */
public record AuditedRelease(ProtectedRelease release, Optional<AuditReport> report, Duration took) {}
