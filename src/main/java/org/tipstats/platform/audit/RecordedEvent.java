package org.tipstats.platform.audit;

import java.time.Instant;
import java.util.Map;

/**
 * An entry of the log.
 *
 * @param seq its number, from 1 without gaps; gives the order of the log, which the time may not follow exactly
 * @param prevHash the hash of the entry before; 64 zeros for the first entry
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

    /** Creates the entry that follows a head. */
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

    /** Returns the hash that this entry must have. */
    String computedHash() {
        return CanonicalRecord.of(this).hashAfter(prevHash);
    }

    ChainHead head() {
        return new ChainHead(seq, hash);
    }

    /**
     * The last entry of the log.
     *
     * @param seq 0 if the log is empty
     * @param hash hash of that entry, in hex
     */
    public record ChainHead(long seq, String hash) {

        /** The head of an empty log. */
        static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));
    }
}
