package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The plot area of a chart. Periods run along the bottom, values run upwards. */
final class Plot {

    static final int HEIGHT = 220;

    private static final double TOP = 12;
    private static final double BOTTOM = 194;
    private static final double LABEL = 34;
    private static final double PERIOD_TEXT = 17;
    private static final int LINE = 14;

    private final Canvas canvas;
    private final Axis axis;
    private final List<String> periods;
    private final double left;
    private final double right;

    /**
     * Creates a plot area.
     *
     * @param width the width of the drawing
     * @param end the width of the margin on the right, for labels
     */
    Plot(Canvas canvas, Axis axis, List<String> periods, double width, double end) {
        this.canvas = canvas;
        this.axis = axis;
        this.periods = periods;
        this.left = axis.longest() * Canvas.CHARACTER + 8;
        this.right = width - end;
    }

    /** Returns the width of one period. */
    double slot() {
        return (right - left) / periods.size();
    }

    /** Returns the x coordinate of the middle of a period. */
    double x(int period) {
        return left + slot() * (period + 0.5);
    }

    double y(BigDecimal value) {
        return BOTTOM - axis.share(value) * (BOTTOM - TOP);
    }

    double right() {
        return right;
    }

    double bottom() {
        return BOTTOM;
    }

    /**
     * Draws grid lines, labels of values and labels of periods. Leaves out labels of periods if there is not enough
     * space.
     */
    void frame() {
        for (Axis.Tick tick : axis.ticks()) {
            double y = y(tick.at());
            canvas.horizontal(tick.at().signum() == 0 ? "axis" : "rule", left, right, y);
            canvas.text("tick", "end", left - 6, y + 4, tick.text());
        }
        labelled().forEach(i -> {
            canvas.vertical("axis", x(i), BOTTOM, BOTTOM + 4);
            canvas.text("tick", "middle", x(i), BOTTOM + PERIOD_TEXT, periods.get(i));
        });
    }

    /** Returns the indexes of the periods that have a label. */
    private IntStream labelled() {
        int step = Math.max(1, (int) Math.ceil(LABEL / slot()));
        return IntStream.iterate((periods.size() - 1) % step, i -> i < periods.size(), i -> i + step);
    }

    /** Writes a text under the label of each period. */
    void under(List<String> texts) {
        labelled()
                .filter(i -> i < texts.size())
                .forEach(i -> canvas.text("tick", "middle", x(i), BOTTOM + PERIOD_TEXT + LINE, texts.get(i)));
    }

    /** Returns the height of the drawing with texts under its periods. */
    int height(List<String> texts) {
        return texts.isEmpty() ? HEIGHT : HEIGHT + LINE;
    }
}
