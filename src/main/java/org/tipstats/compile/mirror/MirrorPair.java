package org.tipstats.compile.mirror;

/**
 * The figures about the citizens of one area in another area. If one of the figures is withheld, all of them are,
 * because a mirror must not narrow down a hidden value.
 *
 * @param area the area in which the victims were detected
 * @param citizenship the area of their citizenship
 * @param detected the victims of that citizenship whom the area detected; null if it reports none
 * @param returned the victims whom the area returned to the other area, as the first area reports; null if it reports
 *     none
 * @param received the victims who returned to the other area from anywhere, as that area reports; null if it reports
 *     none
 * @param difference detected minus returned; null if one of them is absent
 */
public record MirrorPair(
        String area,
        String citizenship,
        String year,
        MirrorFigure detected,
        MirrorFigure returned,
        MirrorFigure received,
        MirrorFigure difference) {}
