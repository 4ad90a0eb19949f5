package org.tipstats.collect.upload;

/** Limits of saved mappings. {@code /limits} shows the first two. */
public final class MappingLimits {

    /** Largest size of a mapping as JSON, in bytes. */
    public static final int MAX_BYTES = 2_000_000;

    /** Largest number of mappings of an area, without those that are retired. */
    public static final int MAX_OF_AREA = 200;

    /** Largest number of characters in the name of a mapping. */
    public static final int MAX_NAME = 200;

    private MappingLimits() {}
}
