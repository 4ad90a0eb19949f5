package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A line chart as small as a word, from zero to the largest value. It is shown next to figures and never replaces
 * figures.
 *
 * @param title see {@link Drawing}
 * @param marked the index of the spot that gets a dot; -1 for none
 */
public record Sparkline(String title, List<ChartValue> spots, int marked) {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final double MARGIN = 3;

    public Drawing draw() {
        Canvas canvas = new Canvas();
        double largest = largest();
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < spots.size(); i++) {
            ChartValue spot = spots.get(i);
            double x = MARGIN + (WIDTH - 2 * MARGIN) * (i + 0.5) / spots.size();
            if (spot.hidden()) {
                canvas.ring("c1", x, HEIGHT - MARGIN - 1);
            } else if (spot.value() != null) {
                double share = spot.value().doubleValue() / largest;
                double y = HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
                path.append(drawn && !spot.apart() ? "L" : "M").append(Canvas.point(x, y));
                path.append("h0");
                if (i == marked) {
                    canvas.mark(0, "c1", x, y);
                }
            }
            drawn = spot.value() != null;
        }
        if (!path.isEmpty()) {
            canvas.shape("line c1", path.toString());
        }
        return canvas.drawing(WIDTH, HEIGHT, title, "");
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
