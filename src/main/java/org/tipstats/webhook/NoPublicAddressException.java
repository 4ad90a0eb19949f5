package org.tipstats.webhook;

/**
 * A host that is unknown, or of which not all addresses are public. Which of the two it is isn't told: that would answer
 * questions about the names of a network that the caller cannot see.
 */
public final class NoPublicAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    NoPublicAddressException() {
        super("The host must have only public addresses.");
    }
}
