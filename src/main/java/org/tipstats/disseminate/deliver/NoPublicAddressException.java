package org.tipstats.disseminate.deliver;

/**
 * Reports that a host is unknown or has an address that is not public. It does not say which, because that would
 * disclose names in a network that the caller cannot see.
 */
public final class NoPublicAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    NoPublicAddressException() {
        super("The host must have only public addresses.");
    }
}
