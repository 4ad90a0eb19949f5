package org.tipstats.site.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A chart of lines over time. A missing value interrupts the line, each value has a mark, and bounds are whiskers. The
 * name of a line is at the end of the line.
 *
 * @param title see {@link Drawing}
 * @param description see {@link Drawing}
 * @param under a text under each period, for example the coverage; if all texts are empty, the chart leaves no space
 *     for them
 * @param lines the lines; each line has one value per period. If there is only one line, its name is not drawn.
 */
public record LineChart(
        String title, String description, List<String> periods, Axis axis, List<String> under, List<Line> lines) {

    private static final int NAME_LENGTH = 15;
    private static final double LINE_HEIGHT = 13;
    private static final double MARGIN = 12;
    private static final double RING_STEP = 4;

    public LineChart {
        under = under.stream().allMatch(String::isEmpty) ? List.of() : under;
    }

    /**
     * A line.
     *
     * @param colour a class of the style sheet, {@code c1} to {@code c6} or {@code s1} to {@code s3}
     */
    public record Line(String name, String colour, List<ChartValue> spots) {}

    /** The name at the end of a line, broken into lines of text. */
    private record End(double y, List<String> text) {

        double height() {
            return text.size() * LINE_HEIGHT;
        }
    }

    public Drawing draw() {
        return draw(Drawing.WIDTH);
    }

    /** Draws the chart with the given width instead of {@link Drawing#WIDTH}. */
    public Drawing draw(int width) {
        Canvas canvas = new Canvas();
        List<List<String>> names = lines.stream()
                .map(line -> Canvas.wrap(line.name(), NAME_LENGTH))
                .toList();
        Plot plot = new Plot(canvas, axis, periods, width, lines.size() > 1 ? room(names, width) : MARGIN);
        plot.frame();
        plot.under(under);
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double last = line(canvas, plot, i);
            if (lines.size() > 1 && last >= 0) {
                ends.add(new End(last, names.get(i)));
            }
        }
        name(canvas, plot, ends);
        return canvas.drawing(width, plot.height(under), title, description);
    }

    private static double room(List<List<String>> names, int width) {
        int longest = names.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.min(width / 3.0, longest * Canvas.CHARACTER + MARGIN);
    }

    /** Draws a line. Returns the y coordinate of its last value, or -1 if it has no values. */
    private double line(Canvas canvas, Plot plot, int index) {
        Line line = lines.get(index);
        String path = Canvas.path(
                line.spots(),
                i -> Canvas.point(plot.x(i), plot.y(line.spots().get(i).value())));
        if (path.contains("L")) {
            canvas.shape("line " + line.colour(), path);
        }
        marks(canvas, plot, index);
        return line.spots().stream()
                .map(ChartValue::value)
                .filter(Objects::nonNull)
                .reduce((before, later) -> later)
                .map(plot::y)
                .orElse(-1.0);
    }

    private void marks(Canvas canvas, Plot plot, int index) {
        Line line = lines.get(index);
        for (int i = 0; i < line.spots().size(); i++) {
            ChartValue spot = line.spots().get(i);
            if (spot.hidden()) {
                canvas.ring(line.colour(), plot.x(i), plot.bottom() - index * RING_STEP);
            } else if (spot.value() != null) {
                if (spot.isRange()) {
                    canvas.verticalRange(plot.x(i), plot.y(spot.upper()), plot.y(spot.lower()));
                }
                canvas.mark(index, line.colour(), plot.x(i), plot.y(spot.value()), spot.hollow());
            }
        }
    }

    /** Writes the names as close to the ends of their lines as possible without overlap. */
    private static void name(Canvas canvas, Plot plot, List<End> ends) {
        List<End> sorted =
                ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
        double total = sorted.stream().mapToDouble(End::height).sum();
        double above = 0;
        double next = 0;
        for (End end : sorted) {
            double wanted = end.y() - end.height() / 2;
            double latest = Math.max(0, plot.bottom() + LINE_HEIGHT - total + above);
            double top = Math.max(next, Math.min(wanted, latest));
            IntStream.range(0, end.text().size())
                    .forEach(i -> canvas.text(
                            "end",
                            "start",
                            plot.right() + 2,
                            top + (i + 0.8) * LINE_HEIGHT,
                            end.text().get(i)));
            next = top + end.height();
            above += end.height();
        }
    }
}
