package org.tipstats.site.drawing;

import java.util.List;

/**
 * A chart of horizontal bars in groups. A group has one or more bars and its name above them. The value of a bar is at
 * the end of the bar.
 *
 * @param title see {@link Drawing}
 * @param description see {@link Drawing}
 */
public record BarChart(String title, String description, Axis axis, List<Group> groups) {

    private static final double NAME = 15;
    private static final int NAME_CHARACTERS = 52;
    private static final double BAR = 13;
    private static final double GAP = 9;
    private static final double MARGIN = 2;
    private static final double RING = 5;

    /** A set of bars with a common name. */
    public record Group(String name, List<Bar> bars) {}

    /**
     * A bar.
     *
     * @param colour see {@link LineChart.Line}
     * @param text the value, or the sign that replaces it
     */
    public record Bar(String colour, ChartValue spot, String text) {}

    public Drawing draw() {
        return draw(Drawing.WIDTH);
    }

    /** Draws the chart with the given width instead of {@link Drawing#WIDTH}. */
    public Drawing draw(int width) {
        Canvas canvas = new Canvas();
        double length = width - longest() * Canvas.CHARACTER - 14;
        double y = 0;
        for (Group group : groups) {
            for (String line : Canvas.wrap(group.name(), NAME_CHARACTERS)) {
                canvas.text("end", "start", MARGIN, y + NAME - 4, line);
                y += NAME;
            }
            for (Bar bar : group.bars()) {
                draw(canvas, bar, y, length);
                y += BAR;
            }
            y += GAP;
        }
        canvas.vertical("axis", MARGIN, 0, Math.max(1, y - GAP));
        return canvas.drawing(width, (int) Math.ceil(Math.max(1, y - GAP + 2)), title, description);
    }

    private void draw(Canvas canvas, Bar bar, double y, double length) {
        ChartValue spot = bar.spot();
        double end = MARGIN;
        if (spot.value() != null) {
            end = MARGIN + axis.share(spot.value()) * length;
            canvas.box("bar " + bar.colour(), MARGIN, y + 1, Math.max(0, end - MARGIN), BAR - 2);
        }
        if (spot.isRange()) {
            double upper = MARGIN + axis.share(spot.upper()) * length;
            canvas.horizontalRange(y + BAR / 2, MARGIN + axis.share(spot.lower()) * length, upper);
            end = Math.max(end, upper);
        }
        if (spot.hidden()) {
            end = MARGIN + 2 * RING;
            canvas.ring(bar.colour(), MARGIN + RING, y + BAR / 2);
        }
        canvas.text("tick", "start", end + 6, y + BAR - 3, bar.text());
    }

    private int longest() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToInt(bar -> bar.text().length())
                .max()
                .orElse(0);
    }
}
