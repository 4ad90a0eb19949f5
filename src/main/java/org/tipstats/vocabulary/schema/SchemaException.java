package org.tipstats.vocabulary.schema;

/** A schema that cannot be used: a fault of the deployment, said in words that name the file or the artefact. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
