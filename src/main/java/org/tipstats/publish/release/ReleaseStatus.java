package org.tipstats.publish.release;

/** The state of a release. */
public enum ReleaseStatus {
    /** Compiled. Only reviewers and publishers see it. */
    DRAFT,
    /** Approved. It becomes visible when its embargo ends. */
    SCHEDULED,
    /** Visible to everyone, and final. */
    PUBLISHED
}
