package org.tipstats.mapping.saved;

/** Thrown if a message is not a mapping, or if a member of it is not valid. */
public final class MappingFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    MappingFormatException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** Returns the JSON pointer to the faulty member. */
    public String pointer() {
        return pointer;
    }
}
