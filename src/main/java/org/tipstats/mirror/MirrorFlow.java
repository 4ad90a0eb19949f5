package org.tipstats.mirror;

/**
 * How many of the victims whom an area detected had come how far, by their citizenship.
 *
 * @param victims the sum of the published figures; withheld where one of them is
 */
public record MirrorFlow(String area, String year, Kind kind, MirrorFigure victims) {

    /** How far. */
    public enum Kind {
        /** Citizens of the area itself. */
        DOMESTIC,
        /** Citizens of another area of the same M49 sub-region. */
        SUB_REGIONAL,
        /** Citizens of any other area. */
        TRANSREGIONAL,
        /** Foreigners without further detail, stateless persons, and those whose citizenship is not known. */
        UNKNOWN
    }
}
