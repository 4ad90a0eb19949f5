package org.tipstats.site.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView.MapPicture;
import org.tipstats.site.map.WorldMap.AreaShapes;

/** Lays out a map as a picture: title and unit above the map, legend and notes below it. */
final class MapPictureMaker {
    private static final int WIDTH = 1032;
    private static final int MARGIN = 16;
    private static final int LEGEND_LINE = 24;
    private static final int LEGEND_LETTERS = 13;

    /** The distance from the start of a coloured box in the legend to the text after the box. */
    private static final int KEY = 32;

    /** The average width of a letter, as a share of the font size. */
    private static final double LETTER = 0.56;

    private static final String INK = "#14212b";
    private static final String SOFT_INK = "#4a5a68";
    private static final String DASH = "2.5 2";
    private static final String WHITE = "#ffffff";

    private static final Map<String, String> FILLS = Map.of(
            "k0", WHITE,
            "k1", "#d5e6f3",
            "k2", "#9cc4e0",
            "k3", "#5f9dc8",
            "k4", "#2b74a8",
            "k5", "#083a63",
            "plain", "#dfe4e8",
            "out", WHITE);

    private final AreaShapes shapes;
    private final boolean mirrored;
    private final PageTexts texts;
    private final List<MapPicture.Line> lines = new ArrayList<>();
    private final List<MapPicture.Box> boxes = new ArrayList<>();
    private int y = MARGIN;

    MapPictureMaker(AreaShapes shapes, PageTexts texts) {
        this.shapes = shapes;
        this.texts = texts;
        this.mirrored = texts.direction().equals("rtl");
    }

    MapPicture of(MapView view, List<String> under) {
        write(view.caption(), 20, 600, INK);
        write(view.unit(), 14, 400, SOFT_INK);
        if (view.shown() != null) {
            write(view.shown(), 14, 400, SOFT_INK);
        }
        int top = y + MARGIN / 2;
        y = top + shapes.height() + MARGIN;
        legend(view.keys());
        under.forEach(sentence -> write(sentence, 13, 400, SOFT_INK));
        return picture(view, WIDTH, y + MARGIN, "translate(" + (WIDTH - shapes.width()) / 2 + " " + top + ")");
    }

    /** Makes a picture without title, legend and notes. The page must show these in its own text. */
    MapPicture alone(MapView view) {
        return picture(view, shapes.width(), shapes.height(), "translate(0 0)");
    }

    private MapPicture picture(MapView view, int width, int height, String move) {
        return new MapPicture(
                width,
                height,
                texts.direction(),
                view.caption(),
                view.summary(),
                move,
                areas(view),
                dots(view),
                shapes.none(),
                shapes.dashed(),
                boxes,
                lines);
    }

    private List<MapPicture.Filled> areas(MapView view) {
        return view.areas().stream()
                .map(area -> new MapPicture.Filled(
                        shapes.areas().get(area.code()).d(), fill(area.look()), dash(area.look())))
                .toList();
    }

    private static List<MapPicture.Dot> dots(MapView view) {
        return view.circles().stream()
                .map(circle -> new MapPicture.Dot(
                        circle.x(),
                        circle.y(),
                        fill(circle.area().look()),
                        dash(circle.area().look())))
                .toList();
    }

    /** Writes the legend from the start of the line, on as many lines as it needs. */
    private void legend(List<MapView.Key> keys) {
        int start = MARGIN;
        for (MapView.Key key : keys) {
            int length = KEY + (int) (width(key.text()) * LETTER * LEGEND_LETTERS);
            if (start > MARGIN && start + length > WIDTH - MARGIN) {
                start = MARGIN;
                y += LEGEND_LINE;
            }
            boxes.add(new MapPicture.Box(mirrored ? WIDTH - start - 24 : start, y, fill(key.look()), dash(key.look())));
            int x = start + KEY;
            lines.add(new MapPicture.Line(mirrored ? WIDTH - x : x, y + 13, LEGEND_LETTERS, 400, INK, key.text()));
            start += length + 2 * MARGIN;
        }
        y += LEGEND_LINE + MARGIN / 2;
    }

    private static String fill(String look) {
        String pattern = AreaStyles.pattern(look);
        return pattern != null ? "url(#" + pattern + ")" : FILLS.get(look.split(" ")[0]);
    }

    private static String dash(String look) {
        return look.endsWith(" low") ? DASH : null;
    }

    /** Writes a sentence on as many lines as it needs. */
    private void write(String sentence, int size, int weight, String colour) {
        for (String line : broken(sentence, (WIDTH - 2 * MARGIN) / (LETTER * size))) {
            y += size * 3 / 2;
            lines.add(new MapPicture.Line(mirrored ? WIDTH - MARGIN : MARGIN, y, size, weight, colour, line));
        }
    }

    /**
     * Breaks a text at spaces, between the parameters of an address, and between Chinese characters. A Chinese
     * character takes almost twice the width of a small letter.
     */
    static List<String> broken(String text, double room) {
        List<String> broken = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split("(?<= )|(?<=&)|(?<=\\p{IsHan})|(?<=[，。；：、])")) {
            if (!line.isEmpty() && width(line) + width(part) > room) {
                broken.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(part);
        }
        broken.add(line.toString().strip());
        return broken;
    }

    private static double width(CharSequence text) {
        return text.codePoints()
                .mapToDouble(c -> c >= 0x2e80 ? 1.8 : Character.isUpperCase(c) ? 1.25 : 1)
                .sum();
    }
}
