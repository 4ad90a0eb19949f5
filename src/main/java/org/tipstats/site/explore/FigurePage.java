package org.tipstats.site.explore;

import java.util.List;
import org.tipstats.site.frame.ShownFigure;

/**
 * The page of one figure.
 *
 * @param what it counts, in words
 * @param key its codes, joined as the API does
 * @param value number or sign
 * @param partsUnit what the figures that it is made of count
 * @param suppressed why it is not shown; null where it is, or was never there
 * @param bounds the least and the most that it can be; null where that is the value
 * @param coverage what a regional figure rests on; null for a national one
 * @param counted every dimension with its code
 * @param method how it was made
 * @param parts the figures that a regional one is made of; empty for a national one
 * @param source the file of a national figure; null for a regional one
 * @param releases in which it appeared, the newest first
 * @param table the explorer with this figure's series
 */
record FigurePage(
        String what,
        String key,
        ExplorerPage.Release release,
        ExplorerPage.Newer newer,
        ShownFigure value,
        String unit,
        String partsUnit,
        String suppressed,
        String bounds,
        String coverage,
        List<Counted> counted,
        String method,
        List<Part> parts,
        Source source,
        List<InRelease> releases,
        ExplorerPage.Citation citation,
        String table,
        String api) {

    record Counted(String dimension, String name, String code) {}

    record Part(String code, String name, ShownFigure value, String address) {}

    /** @param hash null where a hash would confirm guesses about what is not shown */
    record Source(String file, String line, String hash, String accepted) {}

    record InRelease(String id, String date, ShownFigure value, String address, boolean current) {}
}
