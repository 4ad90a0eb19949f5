package org.tipstats.site.home;

import java.math.BigDecimal;
import org.tipstats.site.frame.ShownFigure;

/**
 * A row of the table of regions.
 *
 * @param id the code
 * @param bounds the lowest and the highest possible value
 * @param reporting the number of areas with a value, of all areas
 * @param covered the share of the population that lives in those areas
 * @param share the same as a number from 0 to 100, for the bar; null if unknown
 */
record FigureRow(
        String id,
        String name,
        ShownFigure value,
        ShownFigure bounds,
        ShownFigure reporting,
        ShownFigure covered,
        BigDecimal share,
        ShownFigure rate) {}
