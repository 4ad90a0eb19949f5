package org.tipstats.platform.audit;

/**
 * The result of verifying the chain.
 *
 * @param head the last correct entry; note it elsewhere to detect later that the log was cut
 * @param brokenAt the first wrong entry, or null
 * @param reason the reason, or null
 */
public record AuditVerification(boolean intact, ChainHead head, Long brokenAt, String reason) {

    static AuditVerification intact(ChainHead head) {
        return new AuditVerification(true, head, null, null);
    }

    static AuditVerification broken(ChainHead head, long at, String reason) {
        return new AuditVerification(false, head, at, reason);
    }
}
