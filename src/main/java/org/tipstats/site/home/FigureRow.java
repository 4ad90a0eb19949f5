package org.tipstats.site.home;

import java.math.BigDecimal;
import org.tipstats.site.frame.ShownFigure;

/**
 * A line of the table of regions.
 *
 * @param id the code
 * @param bounds the least and the most that the value can be
 * @param reporting how many areas of how many gave a value
 * @param covered the share of the people who live in those areas
 * @param share the same as a number from 0 to 100, for the bar; null where it is not known
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
