package org.tipstats.platform.access;

import java.util.Set;

/**
 * The figures that an account of an agency submits. They stand beside the official figures of the areas.
 *
 * @param source a code of {@link #CODES}, never {@link #OFFICIAL}
 * @param areas the areas (ISO alpha-3) that the figures are about
 */
public record Mandate(String source, Set<String> areas) {

    /** The official source: the authorities of the areas themselves. */
    public static final String OFFICIAL = "NATIONAL";

    /** The code list of all sources. */
    public static final String CODES = "CL_SOURCE";

    public Mandate {
        if (source.equals(OFFICIAL)) {
            throw new IllegalArgumentException("official figures are sent by accounts of areas");
        }
        areas = Set.copyOf(areas);
    }
}
