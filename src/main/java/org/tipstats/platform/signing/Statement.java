package org.tipstats.platform.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;

/**
 * A statement of the service about files or its log, in the form of an in-toto statement, version 1
 * (https://github.com/in-toto/attestation).
 *
 * @param type always {@link #TYPE}
 * @param subject the files or entries that the statement is about, each with its hash
 * @param predicateType a URI that names the kind of the statement
 * @param predicate further facts; the values are texts, numbers, or lists and maps of such values
 */
public record Statement(
        @JsonProperty("_type") String type,
        List<Subject> subject,
        String predicateType,
        Map<String, Object> predicate) {

    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String MEDIA_TYPE = "application/vnd.in-toto+json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A thing that a statement is about.
     *
     * @param digest the hashes in hex by algorithm: {@code sha256}
     */
    public record Subject(String name, Map<String, String> digest) {

        public static Subject of(String name, String sha256) {
            return new Subject(name, Map.of("sha256", sha256));
        }

        /** Returns the SHA-256 of this thing in hex; null if the digest has no SHA-256. */
        public String sha256() {
            return digest.get("sha256");
        }
    }

    public static Statement of(List<Subject> subject, String predicateType, Map<String, Object> predicate) {
        return new Statement(TYPE, subject, predicateType, predicate);
    }

    String json() {
        return write(this);
    }

    static String write(Object value) {
        return Uncheck.get(() -> JSON.writeValueAsString(value));
    }

    /**
     * Reads an envelope and its statement. Does not check the signature.
     *
     * @throws IllegalArgumentException if the text is not an envelope with a statement; the message gives the reason
     */
    public static SignedStatement read(String json) {
        try {
            Envelope envelope = JSON.readValue(json, Envelope.class);
            return new SignedStatement(envelope, JSON.readValue(envelope.text(), Statement.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not a signed statement in JSON", e);
        }
    }

    /** A statement, and the envelope with the statement and its signature, if it is signed. */
    public record SignedStatement(Envelope envelope, Statement statement) {

        /** Returns the envelope as JSON. */
        public String json() {
            return write(envelope);
        }
    }
}
