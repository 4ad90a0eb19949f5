package org.tipstats.platform.access;

import java.util.UUID;

/** A place in the list of accounts, which is ordered by name and id. */
record AccountCursor(UUID id, String name) {

    static final AccountCursor START = new AccountCursor(null, null);

    private static final int ID_LENGTH = 36;

    /**
     * Reads a place. The inverse of {@link #toString}.
     *
     * @throws RuntimeException if the text is not valid
     */
    static AccountCursor parse(String text) {
        return new AccountCursor(UUID.fromString(text.substring(0, ID_LENGTH)), text.substring(ID_LENGTH));
    }

    @Override
    public String toString() {
        return id + name;
    }
}
