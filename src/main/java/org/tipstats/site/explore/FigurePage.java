package org.tipstats.site.explore;

import java.util.List;
import org.tipstats.site.frame.ShownFigure;

/**
 * The page of one figure.
 *
 * @param what the figure's meaning, in words
 * @param key its codes, joined as in the API
 * @param value number or sign
 * @param partsUnit the unit of the figures of which it is made
 * @param suppressed why it is suppressed; null if it is not
 * @param bounds its lower and upper bound; null if they do not differ
 * @param coverage the coverage of a regional figure; null for a national one
 * @param counted every dimension with its code
 * @param method how the figure was made
 * @param parts the figures of which a regional figure is made; empty for a national one
 * @param source the file of a national figure; null for a regional one
 * @param releases the releases that contain it, newest first
 * @param table the address of the explorer with this figure's series
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

    /**
     * The submitted file.
     *
     * @param hash null if a hash could confirm guesses about suppressed data
     */
    record Source(String file, String line, String hash, String accepted) {}

    record InRelease(String id, String date, ShownFigure value, String address, boolean current) {}
}
