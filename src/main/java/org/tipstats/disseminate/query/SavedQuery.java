package org.tipstats.disseminate.query;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A query with a short address. It is pinned to the release on which it was saved, so its answer never changes. Equal
 * queries have the same id.
 *
 * @param parameters codes by component, in the order of their list; sorted by component
 * @param createdAt when it was first saved
 */
public record SavedQuery(
        String id, String release, String dataflow, Map<String, String> parameters, Instant createdAt) {

    private static final int ID_BYTES = 10;
    private static final int ID_LETTERS = 16;
    private static final int RADIX = 32;

    public SavedQuery {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Makes a query. Its id is derived from its content. */
    static SavedQuery of(String release, String dataflow, Map<String, String> parameters, Instant at) {
        String content = release + "\n" + dataflow + "\n" + format(new TreeMap<>(parameters));
        return new SavedQuery(id(content), release, dataflow, parameters, at);
    }

    /** Returns the first 80 bits of the SHA-256 hash as sixteen letters and digits (radix 32). */
    private static String id(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, Arrays.copyOf(hash, ID_BYTES)).toString(RADIX);
            return "0".repeat(ID_LETTERS - digits.length()) + digits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the parameters in the form of an address. Codes need no encoding. */
    String query() {
        return format(parameters);
    }

    private static String format(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Reads the parameters that {@link #query} returns. */
    static Map<String, String> parse(String query) {
        return query.isEmpty()
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
