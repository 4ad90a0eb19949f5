package org.tipstats.compile.mirror;

/**
 * The figures about the citizens of one area in another area. If one of the figures is withheld, all of them are
 * withheld, because a mirror must not narrow down a hidden value.
 *
 * @param area the area in which the victims were detected
 * @param citizenship the area of which the victims are citizens
 * @param detected the victims of that citizenship whom the area detected; null if the area reports no such figure
 * @param returned the victims whom the area of detection returned to the area of citizenship; null if the area of
 *     detection reports no such figure
 * @param received the victims who returned to the area of citizenship from anywhere; null if the area of citizenship
 *     reports no such figure
 * @param difference detected minus returned; null if one of these two figures is absent
 */
public record MirrorPair(
        String area,
        String citizenship,
        String year,
        MirrorFigure detected,
        MirrorFigure returned,
        MirrorFigure received,
        MirrorFigure difference) {}
