package org.tipstats.platform.audit;

/** The last entry of the log. @param seq 0 when the log is empty @param hash of that entry, in hex */
public record ChainHead(long seq, String hash) {

    /** What the first entry follows. */
    static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));
}
