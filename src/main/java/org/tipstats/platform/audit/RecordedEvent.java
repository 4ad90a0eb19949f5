package org.tipstats.platform.audit;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.database.JsonText;

/**
 * An entry of the log.
 *
 * @param seq the number of the entry, from 1 without gaps; the entries are ordered by number, not exactly by time
 * @param prevHash the hash of the previous entry; 64 zeros for the first entry
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

    String computedHash() {
        return CanonicalRecord.of(this).hashAfter(prevHash);
    }

    public ChainHead head() {
        return new ChainHead(seq, hash);
    }

    /**
     * The number and hash of an entry that is or was the last one of the log.
     *
     * @param seq the number of the entry; 0 if the log is empty
     */
    public record ChainHead(long seq, String hash) {

        /** The head of a log without entries. */
        public static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));
    }

    /**
     * The text from which the hash of an entry is computed. Equal content gives equal text, even if the database stores
     * the content in another format. The text is the JSON array
     * {@code [seq, at, actor, actorName, action, subject, fromHash, toHash, detail]} without spaces, members sorted by
     * name, the instant in ISO 8601 with 0, 3 or 6 decimals. Control characters are escaped as in RFC 8785.
     */
    record CanonicalRecord(String text) {

        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();

        private static final ObjectReader DETAIL = JSON.readerForMapOf(Object.class);

        static CanonicalRecord of(RecordedEvent entry) {
            return new CanonicalRecord(json(Arrays.asList(
                    entry.seq(),
                    entry.at().toString(),
                    entry.actor(),
                    entry.actorName(),
                    entry.action(),
                    entry.subject(),
                    entry.fromHash(),
                    entry.toHash(),
                    entry.detail())));
        }

        /** Returns, in hex, the SHA-256 of the previous hash (as hex text) followed by this text, both in UTF-8. */
        String hashAfter(String prevHash) {
            return DigestUtils.sha256Hex(prevHash + text);
        }

        static String json(Object value) {
            return JsonText.write(JSON, value);
        }

        static Map<String, Object> parse(String detail) {
            return JsonText.read(DETAIL, detail);
        }

        /**
         * Returns the detail as a later read from the database returns it. Converts the detail to JSON and back, so
         * that numbers have the same types as after such a read.
         */
        static Map<String, Object> storable(Map<String, Object> detail) {
            return parse(storable(json(detail)).replace("\\u0000", "\\ufffd"));
        }

        /** Replaces characters that the database cannot store: NUL and unpaired surrogates. */
        static String storable(String text) {
            StringBuilder kept = new StringBuilder(text.length());
            text.codePoints()
                    .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                    .forEach(kept::appendCodePoint);
            return kept.toString();
        }
    }
}
