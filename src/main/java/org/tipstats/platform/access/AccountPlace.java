package org.tipstats.platform.access;

import java.util.UUID;

/** A place in the list of accounts, which is in the order of name and id. */
record AccountPlace(UUID id, String name) {

    static final AccountPlace START = new AccountPlace(null, null);

    private static final int ID_LENGTH = 36;

    /** The inverse of {@link #toString}; throws for anything else. */
    static AccountPlace parse(String text) {
        return new AccountPlace(UUID.fromString(text.substring(0, ID_LENGTH)), text.substring(ID_LENGTH));
    }

    @Override
    public String toString() {
        return id + name;
    }
}
