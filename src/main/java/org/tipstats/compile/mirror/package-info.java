/**
 * Mirror statistics: what two areas say of the same people. Victims with the citizenship of one area that another detected,
 * against those whom it returned there; and how far victims had come: from the area itself, its sub-region, or beyond.
 *
 * <p>Pure: a function of two published cubes, kept as dataflows of their own. It imports {@code schema} and {@code
 * observation} only. Since it sees nothing but what everyone can see, it can undo no disclosure control; what rests on a
 * withheld figure is withheld, too.
 *
 * <p>Public: {@link org.tipstats.compile.mirror.MirrorDatasets} with {@link org.tipstats.compile.mirror.MirrorSource}; {@link
 * org.tipstats.compile.mirror.Mirror} with {@link org.tipstats.compile.mirror.PublishedCounts}, {@link org.tipstats.compile.mirror.MirrorPair},
 * {@link org.tipstats.compile.mirror.MirrorFlow} and {@link org.tipstats.compile.mirror.MirrorFigure}.
 */
package org.tipstats.compile.mirror;
