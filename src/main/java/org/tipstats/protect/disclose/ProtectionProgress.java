package org.tipstats.protect.disclose;

/** Hears how far the protection of a release is. */
@FunctionalInterface
public interface ProtectionProgress {

    /** Hears nothing. */
    ProtectionProgress SILENT = (done, all) -> {};

    /**
     * Parts of the release are safe now. May throw to end the work; called by one thread at a time.
     *
     * @param done how many parts (sets of cells that say something about one another, such as a year)
     * @param all how many there are
     */
    void parts(int done, int all);
}
