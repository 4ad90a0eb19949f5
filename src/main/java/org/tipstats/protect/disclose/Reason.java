package org.tipstats.protect.disclose;

/** Why a figure is withheld. Confidential: in public all withheld figures look the same. */
public enum Reason {
    /** A count from 1 to below the threshold. */
    SMALL,
    /** A count below the stricter threshold that the reporting area states. */
    BELOW_AREA_THRESHOLD,
    /** Its provider gave it with a confidentiality other than free. */
    RESERVED,
    /** The sum of a group of areas of which too few report. */
    FEW_AREAS,
    /** The sum of a group of areas of which one makes up too much. */
    DOMINATED,
    /** Publishing it would give another withheld or masked figure away. */
    COMPLEMENTARY,
    /** A rate whose count is withheld, or that would show a withheld count. */
    RATE;

    /** Whether the figure itself is sensitive, rather than others through it. */
    public boolean isPrimary() {
        return this != COMPLEMENTARY && this != RATE;
    }
}
