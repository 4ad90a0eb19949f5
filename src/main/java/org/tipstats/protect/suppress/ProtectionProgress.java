package org.tipstats.protect.suppress;

/** Receives the progress of the protection of a release. */
@FunctionalInterface
public interface ProtectionProgress {

    /** Ignores all reports. */
    ProtectionProgress SILENT = (done, all) -> {};

    /**
     * Reports the number of parts that are finished. This method may throw an exception to end the work. Only one
     * thread calls it at a time.
     *
     * @param done the number of finished parts; a part is a set of related cells of a year
     * @param all the number of all parts
     */
    void parts(int done, int all);

    /**
     * Reports the number of years that are searched and audited. May throw an exception to end the work.
     *
     * @param done the number of audited years
     * @param all the number of years to audit
     */
    default void audited(int done, int all) {
        // Not every caller shows this step.
    }
}
