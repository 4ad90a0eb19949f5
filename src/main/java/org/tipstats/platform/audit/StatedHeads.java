package org.tipstats.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.PublicKey;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.signing.Statement;
import org.tipstats.platform.signing.Statement.SignedStatement;

/** Reads heads of the log from saved replies of {@code GET /api/v1/audit/head}. */
public final class StatedHeads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatedHeads() {}

    /**
     * Returns the head that a saved reply states. Reads it from the signed statement, not from the unsigned members.
     *
     * @param key the key that must have signed the statement; null to ignore the signature
     * @throws IllegalArgumentException if the reply contains no head of the log, or is not signed with the key; the
     *     message is the end of a sentence
     */
    public static ChainHead read(String reply, PublicKey key) {
        SignedStatement signed = Statement.read(signature(reply));
        if (key != null && !signed.envelope().isSignedBy(key)) {
            throw new IllegalArgumentException("it is not signed with this key");
        }
        Statement statement = signed.statement();
        if (!AuditHeadService.PREDICATE.equals(statement.predicateType())
                || statement.subject().size() != 1
                || !(statement.predicate().get("sequence") instanceof Number sequence)) {
            throw new IllegalArgumentException("it does not state the head of a log");
        }
        return new ChainHead(sequence.longValue(), statement.subject().get(0).sha256());
    }

    private static String signature(String reply) {
        try {
            JsonNode signature = JSON.readTree(reply).path("signature");
            if (signature.isObject()) {
                return signature.toString();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
        throw new IllegalArgumentException("it has no signed statement");
    }
}
