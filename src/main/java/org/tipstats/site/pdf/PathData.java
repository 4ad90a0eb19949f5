package org.tipstats.site.pdf;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path data that our drawings use: M, L, l, H, V, C, Z, z, and half circles written with a. */
final class PathData {

    private static final Pattern STEP = Pattern.compile("([A-Za-z])([^A-Za-z]*)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    private PathData() {}

    static Path2D read(String data) {
        Path2D path = new Path2D.Double();
        Matcher step = STEP.matcher(data);
        while (step.find()) {
            append(path, step.group(1).charAt(0), numbers(step.group(2)));
        }
        return path;
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(Double.valueOf(number.group()));
        }
        return numbers;
    }

    private static void append(Path2D path, char kind, List<Double> numbers) {
        switch (kind) {
            case 'M' -> path.moveTo(numbers.get(0), numbers.get(1));
            case 'L' -> lines(path, numbers, false);
            case 'l' -> lines(path, numbers, true);
            case 'H' -> path.lineTo(numbers.get(0), path.getCurrentPoint().getY());
            case 'V' -> path.lineTo(path.getCurrentPoint().getX(), numbers.get(0));
            case 'C' ->
                path.curveTo(
                        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
            case 'Z', 'z' -> path.closePath();
            case 'a' -> halves(path, numbers);
            default -> throw new IllegalArgumentException("a path has no step " + kind);
        }
    }

    private static void lines(Path2D path, List<Double> numbers, boolean relative) {
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            Point2D from = relative ? path.getCurrentPoint() : new Point2D.Double();
            path.lineTo(from.getX() + numbers.get(i), from.getY() + numbers.get(i + 1));
        }
    }

    /** Appends a half circle from the current point, anticlockwise, to a point at the height of the current point. */
    private static void halves(Path2D path, List<Double> numbers) {
        double radius = numbers.get(0);
        double across = numbers.get(5);
        Point2D from = path.getCurrentPoint();
        double left = Math.min(from.getX(), from.getX() + across);
        int start = across > 0 ? 180 : 0;
        path.append(new Arc2D.Double(left, from.getY() - radius, 2 * radius, 2 * radius, start, 180, Arc2D.OPEN), true);
    }
}
