package org.tipstats.protect.disclose;

/** Receives the progress of the protection of a release. */
@FunctionalInterface
public interface ProtectionProgress {

    /** Ignores all reports. */
    ProtectionProgress SILENT = (done, all) -> {};

    /**
     * Reports the number of parts that are finished. It may throw an exception to end the work. It is called by one
     * thread at a time.
     *
     * @param done the number of finished parts (sets of cells that are related to each other, for example those of a
     *     year)
     * @param all the number of all parts
     */
    void parts(int done, int all);
}
