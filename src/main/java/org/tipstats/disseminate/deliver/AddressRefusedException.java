package org.tipstats.disseminate.deliver;

/** Reports that messages may not be sent to an address. The message tells the owner of the address what is expected. */
public final class AddressRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String message) {
        super(message);
    }
}
