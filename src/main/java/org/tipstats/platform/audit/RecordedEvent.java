package org.tipstats.platform.audit;

import java.time.Instant;
import java.util.Map;

/**
 * An entry of the log.
 *
 * @param seq its place, from 1 without gaps; the order of the log, which the time need not follow exactly
 * @param prevHash the hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 in hex over {@code prevHash} and the {@linkplain CanonicalRecord canonical record}
 */
public record RecordedEvent(
        long seq,
        Instant at,
        String actor,
        String actorName,
        String action,
        String subject,
        String fromHash,
        String toHash,
        Map<String, Object> detail,
        String prevHash,
        String hash) {

    /** The entry that follows the head. */
    static RecordedEvent after(ChainHead head, Instant at, AuditEvent event) {
        RecordedEvent open = new RecordedEvent(
                head.seq() + 1,
                at,
                CanonicalRecord.storable(event.actor()),
                CanonicalRecord.storable(event.actorName()),
                CanonicalRecord.storable(event.action()),
                CanonicalRecord.storable(event.subject()),
                event.fromHash(),
                event.toHash(),
                CanonicalRecord.storable(event.detail()),
                head.hash(),
                null);
        return open.hashed(open.computedHash());
    }

    private RecordedEvent hashed(String sum) {
        return new RecordedEvent(seq, at, actor, actorName, action, subject, fromHash, toHash, detail, prevHash, sum);
    }

    /** The hash that this entry ought to have. */
    String computedHash() {
        return CanonicalRecord.of(this).hashAfter(prevHash);
    }

    ChainHead head() {
        return new ChainHead(seq, hash);
    }
}
