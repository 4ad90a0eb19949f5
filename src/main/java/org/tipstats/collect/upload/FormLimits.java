package org.tipstats.collect.upload;

/** The limits of forms: for figures that a round asks for, and for national metadata. */
public final class FormLimits {

    /** Largest number of figures in a draft. */
    public static final int MAX_FIGURES = 10_000;

    /** Largest number of characters that are typed for a figure. */
    public static final int MAX_FIGURE = 40;

    /** Largest number of characters in a comment on a figure. */
    public static final int MAX_COMMENT = 1_000;

    /** Largest number of versions of the metadata of an area. */
    public static final int MAX_VERSIONS = 500;

    /** Largest number of breaks in a version of the metadata of an area. */
    public static final int MAX_BREAKS = 50;

    private FormLimits() {}
}
