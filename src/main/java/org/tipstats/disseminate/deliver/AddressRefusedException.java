package org.tipstats.disseminate.deliver;

/** An address that no message is sent to; its message says to its owner what is expected instead. */
public final class AddressRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String message) {
        super(message);
    }
}
