package org.tipstats.publish.release;

/** Where a release stands. */
public enum ReleaseStatus {
    /** Compiled; seen by reviewers and publishers only. */
    DRAFT,
    /** Approved; becomes visible by itself when its embargo ends. */
    SCHEDULED,
    /** Visible to all, and final. */
    PUBLISHED
}
