package org.tipstats.compile.mirror;

/**
 * What is said of the citizens of one area in another. If one of the figures is withheld, all of them are: a mirror must not
 * narrow down what is hidden.
 *
 * @param area where the victims were detected
 * @param citizenship the other area, whose citizens they are
 * @param detected victims of that citizenship whom the area detected; null where it reports none
 * @param returned victims whom the area returned to the other, as it reports itself; null where it reports none
 * @param received victims who returned to the other area from wherever, as that one reports; null where it reports none
 * @param difference detected less returned; null where either is absent
 */
public record MirrorPair(
        String area,
        String citizenship,
        String year,
        MirrorFigure detected,
        MirrorFigure returned,
        MirrorFigure received,
        MirrorFigure difference) {}
