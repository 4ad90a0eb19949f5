package org.tipstats.platform.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Verifies the chain of hashes of the audit log, in the database or in a file. */
public final class AuditChain {

    private AuditChain() {}

    /**
     * Checks every entry of the log.
     *
     * @param entries the entries in the order of the log, beginning with the first
     * @param known entries that somebody noted or exported earlier. Without these, this method cannot detect that the
     *     end of the log was rewritten or is lost
     */
    public static AuditVerification verify(Iterator<RecordedEvent> entries, Collection<ChainHead> known) {
        Map<Long, Set<String>> noted = known.stream()
                .filter(entry -> entry.seq() > 0)
                .collect(groupingBy(ChainHead::seq, mapping(ChainHead::hash, toSet())));
        ChainHead head = ChainHead.EMPTY;
        while (entries.hasNext()) {
            RecordedEvent entry = entries.next();
            String fault = fault(head, entry, noted.remove(entry.seq()));
            if (fault != null) {
                return AuditVerification.broken(head, entry.seq(), fault);
            }
            head = entry.head();
        }
        return noted.isEmpty()
                ? AuditVerification.intact(head)
                : AuditVerification.broken(
                        head,
                        noted.keySet().stream().min(Long::compare).orElseThrow(),
                        "the log ends before the noted entry");
    }

    private static String fault(ChainHead head, RecordedEvent entry, Set<String> noted) {
        if (entry.seq() != head.seq() + 1) {
            return entry.seq() > head.seq()
                    ? "the entries from " + (head.seq() + 1) + " to " + (entry.seq() - 1) + " are missing"
                    : "the entry is not in its place";
        }
        if (!entry.prevHash().equals(head.hash())) {
            return "the entry does not follow the one before it";
        }
        if (!entry.hash().equals(entry.computedHash())) {
            return "the entry was changed";
        }
        return noted != null && !noted.equals(Set.of(entry.hash())) ? "the entry differs from the noted one" : null;
    }

    /**
     * The result of verifying the chain.
     *
     * @param head the last correct entry. A person who notes this entry elsewhere can detect later that the end of the
     *     log is missing
     * @param brokenAt the number of the first wrong entry, null if there is none
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
