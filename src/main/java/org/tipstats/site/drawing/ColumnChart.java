package org.tipstats.site.drawing;

import java.util.List;

/**
 * A chart of columns over time. The columns of one period are side by side.
 *
 * @param title see {@link Drawing}
 * @param description see {@link Drawing}
 * @param columns the series; each series has one value per period
 */
public record ColumnChart(String title, String description, List<String> periods, Axis axis, List<Column> columns) {

    private static final double FILLED = 0.8;
    private static final double MARGIN = 8;

    /**
     * The columns of one series, one per period.
     *
     * @param colour see {@link LineChart.Line}
     */
    public record Column(String colour, List<ChartValue> spots) {}

    public Drawing draw() {
        return draw(Drawing.WIDTH);
    }

    /** Draws the chart with the given width instead of {@link Drawing#WIDTH}. */
    public Drawing draw(int total) {
        Canvas canvas = new Canvas();
        Plot plot = new Plot(canvas, axis, periods, total, MARGIN);
        plot.frame();
        double width = plot.slot() * FILLED / Math.max(1, columns.size());
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            for (int i = 0; i < column.spots().size(); i++) {
                double x = plot.x(i) + (c - columns.size() / 2.0) * width;
                draw(canvas, plot, column, i, x, width);
            }
        }
        return canvas.drawing(total, Plot.HEIGHT, title, description);
    }

    private static void draw(Canvas canvas, Plot plot, Column column, int period, double x, double width) {
        ChartValue spot = column.spots().get(period);
        if (spot.hidden()) {
            canvas.ring(column.colour(), x + width / 2, plot.bottom());
        } else if (spot.value() != null) {
            double y = plot.y(spot.value());
            canvas.box("bar " + column.colour(), x, y, Math.max(1, width - 0.5), plot.bottom() - y);
            if (spot.isRange()) {
                canvas.verticalRange(x + width / 2, plot.y(spot.upper()), plot.y(spot.lower()));
            }
        }
    }
}
