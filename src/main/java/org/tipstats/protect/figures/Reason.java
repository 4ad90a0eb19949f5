package org.tipstats.protect.figures;

/** The reason why a figure is withheld. The reason is confidential: in public, all withheld figures look the same. */
public enum Reason {
    /** A count from 1 to below the threshold. */
    SMALL,
    /** A count below the stricter threshold of the reporting area. */
    BELOW_AREA_THRESHOLD,
    /** A count whose confidentiality status, given by its provider, is not "free for publication". */
    RESERVED,
    /** The sum of a group in which too few areas report. */
    FEW_AREAS,
    /** The sum of a group in which one area has too large a share. */
    DOMINATED,
    /**
     * A figure that would reveal another withheld or masked figure, or that an earlier release, an audit or a decision
     * requires to withhold.
     */
    COMPLEMENTARY,
    /** A rate whose count is withheld, or whose numerator is a small count. */
    RATE;

    /** Returns true if the figure itself is sensitive. Otherwise it is withheld to protect other figures. */
    public boolean isPrimary() {
        return this != COMPLEMENTARY && this != RATE;
    }
}
