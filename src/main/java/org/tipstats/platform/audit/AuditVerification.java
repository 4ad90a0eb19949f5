package org.tipstats.platform.audit;

/**
 * What a walk along the chain found.
 *
 * @param head the last good entry; note it elsewhere, to find later that the log was cut
 * @param brokenAt the first entry that is not what it should be, or null
 * @param reason why, or null
 */
public record AuditVerification(boolean intact, ChainHead head, Long brokenAt, String reason) {

    static AuditVerification intact(ChainHead head) {
        return new AuditVerification(true, head, null, null);
    }

    static AuditVerification broken(ChainHead head, long at, String reason) {
        return new AuditVerification(false, head, at, reason);
    }
}
