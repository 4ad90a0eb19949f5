package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Verifies the chain of the log. Anyone who can read the table can do the same, because no secret is needed. */
@Singleton
public final class AuditVerifier {

    private static final int PAGE_SIZE = 1_000;

    private final AuditRepository entries;

    AuditVerifier(AuditRepository entries) {
        this.entries = entries;
    }

    /**
     * Checks every entry, beginning with the first.
     *
     * @param known a head that was noted earlier, or null; without a known head, the loss of the last entries is not
     *     detected
     */
    public AuditVerification verify(ChainHead known) {
        ChainHead head = ChainHead.EMPTY;
        boolean knownSeen = known == null || known.equals(ChainHead.EMPTY);
        List<RecordedEvent> page = entries.after(0, PAGE_SIZE);
        while (!page.isEmpty()) {
            for (RecordedEvent entry : page) {
                String fault = fault(head, entry, known);
                if (fault != null) {
                    return AuditVerification.broken(head, entry.seq(), fault);
                }
                head = entry.head();
                knownSeen |= head.equals(known);
            }
            page = entries.after(head.seq(), PAGE_SIZE);
        }
        return knownSeen
                ? AuditVerification.intact(head)
                : AuditVerification.broken(head, known.seq(), "the log ends before the noted entry");
    }

    private static String fault(ChainHead head, RecordedEvent entry, ChainHead known) {
        if (entry.seq() != head.seq() + 1) {
            return "the entries from " + (head.seq() + 1) + " to " + (entry.seq() - 1) + " are missing";
        }
        if (!entry.prevHash().equals(head.hash())) {
            return "the entry does not follow the one before it";
        }
        if (!entry.hash().equals(entry.computedHash())) {
            return "the entry was changed";
        }
        boolean replaced =
                known != null && known.seq() == entry.seq() && !known.hash().equals(entry.hash());
        return replaced ? "the entry differs from the noted one" : null;
    }

    /**
     * The result of verifying the chain.
     *
     * @param head the last correct entry; note it elsewhere to detect later that the log was cut
     * @param brokenAt the number of the first wrong entry, or null
     * @param reason the reason why that entry is wrong, or null
     */
    public record AuditVerification(boolean intact, ChainHead head, Long brokenAt, String reason) {

        static AuditVerification intact(ChainHead head) {
            return new AuditVerification(true, head, null, null);
        }

        static AuditVerification broken(ChainHead head, long at, String reason) {
            return new AuditVerification(false, head, at, reason);
        }
    }
}
