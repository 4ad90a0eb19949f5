package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chart of bands between one hub and several other areas. The width of a band is proportional to its value, but at
 * least one pixel. All suppressed values share one dotted stub of fixed size, because a proportional width would reveal
 * their sum.
 *
 * @param title see {@link Drawing}
 * @param description see {@link Drawing}
 * @param hub the name of the hub
 * @param towards whether the bands lead to the hub; if so, the hub is on the right
 * @param bands the bands from top to bottom; each value is above zero
 * @param stub the text about suppressed values; null if no value is suppressed
 */
public record FlowChart(String title, String description, String hub, boolean towards, List<Band> bands, String stub) {

    private static final int WIDTH = 360;
    private static final int LABEL = 150;
    private static final int LABEL_CHARACTERS = 22;
    private static final double LINE = 13;
    private static final double TOP = 22;
    private static final double HEIGHT = 240;
    private static final double NODE = 6;
    private static final double GAP = 7;
    private static final double MIN_BAND_HEIGHT = 1;
    private static final double STUB_LENGTH = 60;
    private static final double STUB_HEIGHT = 10;

    /**
     * A band.
     *
     * @param colour see {@link LineChart.Line}
     * @param text the formatted value
     */
    public record Band(String name, String colour, BigDecimal value, String text) {}

    public Drawing draw() {
        Canvas canvas = new Canvas();
        List<List<String>> labels = bands.stream()
                .map(band -> Canvas.wrap(band.name() + " " + band.text(), LABEL_CHARACTERS))
                .toList();
        double[] heights = heights();
        double[] slots = IntStream.range(0, heights.length)
                .mapToDouble(i -> Math.max(heights[i], labels.get(i).size() * LINE))
                .toArray();
        double node = Arrays.stream(heights).sum();
        double atHub = TOP + Math.max(0, (Arrays.stream(slots).sum() + GAP * (slots.length - 1) - node) / 2);
        canvas.text("end", towards ? "end" : "start", x(WIDTH), TOP - 8, hub);
        box(canvas, "bar c1", WIDTH - NODE, atHub, NODE, node);
        double y = TOP;
        for (int i = 0; i < heights.length; i++) {
            band(canvas, bands.get(i).colour(), y + (slots[i] - heights[i]) / 2, atHub, heights[i]);
            label(canvas, labels.get(i), y + slots[i] / 2);
            y += slots[i] + GAP;
            atHub += heights[i];
        }
        if (stub != null) {
            y = stub(canvas, y);
        }
        return canvas.drawing(WIDTH, (int) Math.ceil(Math.max(y, TOP + LINE)), title, description);
    }

    private double[] heights() {
        double sum =
                bands.stream().mapToDouble(band -> band.value().doubleValue()).sum();
        return bands.stream()
                .mapToDouble(
                        band -> Math.max(MIN_BAND_HEIGHT, HEIGHT * band.value().doubleValue() / sum))
                .toArray();
    }

    /** Returns the x coordinate at a distance from the side on which the labels are. */
    private double x(double fromLabels) {
        return towards ? fromLabels : WIDTH - fromLabels;
    }

    private void box(Canvas canvas, String look, double from, double y, double width, double height) {
        canvas.box(look, towards ? from : WIDTH - from - width, y, width, height);
    }

    private void band(Canvas canvas, String colour, double start, double end, double height) {
        double middle = x((LABEL + NODE + WIDTH - NODE) / 2.0);
        double left = x(LABEL + NODE);
        double right = x(WIDTH - NODE);
        box(canvas, "bar " + colour, LABEL, start, NODE, height);
        canvas.shape(
                "band " + colour,
                "M" + Canvas.point(left, start) + "C" + Canvas.point(middle, start) + " " + Canvas.point(middle, end)
                        + " "
                        + Canvas.point(right, end) + "V" + Canvas.at(end + height) + "C"
                        + Canvas.point(middle, end + height) + " " + Canvas.point(middle, start + height) + " "
                        + Canvas.point(left, start + height) + "Z");
    }

    private void label(Canvas canvas, List<String> lines, double middle) {
        double top = middle - lines.size() * LINE / 2;
        for (int i = 0; i < lines.size(); i++) {
            canvas.text("end", towards ? "end" : "start", x(LABEL - 6), top + (i + 0.8) * LINE, lines.get(i));
        }
    }

    private double stub(Canvas canvas, double y) {
        List<String> lines = Canvas.wrap(stub, LABEL_CHARACTERS);
        double height = Math.max(STUB_HEIGHT, lines.size() * LINE);
        box(canvas, "stub", LABEL, y + (height - STUB_HEIGHT) / 2, STUB_LENGTH, STUB_HEIGHT);
        label(canvas, lines, y + height / 2);
        return y + height + GAP;
    }
}
