package org.tipstats.vocabulary.schema;

/**
 * Thrown if a schema cannot be used: one of the deployment, one that somebody tries, or one in a mapping. The message
 * usually names the file or the artefact.
 */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @throws SchemaException with the message if the condition does not hold */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new SchemaException(message);
        }
    }
}
