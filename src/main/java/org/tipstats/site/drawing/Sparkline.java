package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A line chart as small as a word, from zero to the largest value. It is shown next to figures and never replaces
 * figures.
 *
 * @param title see {@link Drawing}
 * @param marked the index of the value that gets a dot; -1 for no dot
 */
public record Sparkline(String title, List<ChartValue> spots, int marked) {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final double MARGIN = 3;

    public Drawing draw() {
        Canvas canvas = new Canvas();
        double largest = largest();
        String path = Canvas.path(spots, i -> Canvas.point(x(i), y(spots.get(i), largest)) + "h0");
        for (int i = 0; i < spots.size(); i++) {
            ChartValue spot = spots.get(i);
            if (spot.hidden()) {
                canvas.ring("c1", x(i), HEIGHT - MARGIN - 1);
            } else if (spot.value() != null && i == marked) {
                canvas.mark(0, "c1", x(i), y(spot, largest), false);
            }
        }
        if (!path.isEmpty()) {
            canvas.shape("line c1", path);
        }
        return canvas.drawing(WIDTH, HEIGHT, title, "");
    }

    private double x(int index) {
        return MARGIN + (WIDTH - 2 * MARGIN) * (index + 0.5) / spots.size();
    }

    private static double y(ChartValue spot, double largest) {
        return HEIGHT - MARGIN - spot.value().doubleValue() / largest * (HEIGHT - 2 * MARGIN);
    }

    private double largest() {
        return spots.stream()
                .map(ChartValue::value)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .filter(value -> value > 0)
                .max()
                .orElse(1);
    }
}
