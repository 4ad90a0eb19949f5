package org.tipstats.platform.audit;

/**
 * The last entry of the log.
 *
 * @param seq 0 if the log is empty
 * @param hash hash of that entry, in hex
 */
public record ChainHead(long seq, String hash) {

    /** The head of an empty log. */
    static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));
}
