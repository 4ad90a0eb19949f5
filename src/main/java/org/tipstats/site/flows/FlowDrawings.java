package org.tipstats.site.flows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.drawing.FlowChart;
import org.tipstats.site.frame.PageTexts;

/** Draws numbers of people, the largest first: as ranked bars, or as bands that lead to a hub or away from it. */
record FlowDrawings(String caption, PageTexts texts) {

    /** Largest number of values that are drawn one by one. A chart of bands has one more band for all other values. */
    static final int MAX_LINKS = 15;

    /** A number of people above zero, with the name of the place or of the pair of places. */
    record Value(String name, BigDecimal persons) {}

    /** Returns a sentence on how many values are drawn; null if all values are drawn. */
    String more(int shown, boolean bands) {
        if (shown <= MAX_LINKS) {
            return null;
        }
        Map<String, Object> words = Map.of(
                "n", texts.numbers().whole(MAX_LINKS), "all", texts.numbers().whole(shown));
        return texts.say(bands ? "flows.more.bands" : "flows.more", words);
    }

    /** Draws bars. Returns null if there are no values. */
    Drawing bars(List<Value> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<BarChart.Group> groups = values.stream()
                .limit(MAX_LINKS)
                .map(one -> new BarChart.Group(
                        one.name(),
                        List.of(new BarChart.Bar("c1", ChartValue.of(one.persons()), number(one.persons())))))
                .toList();
        Axis axis = Axis.reaching(values.get(0).persons(), BigDecimal.ONE, texts.numbers()::exact);
        return new BarChart(caption, texts.say("flows.follows"), axis, groups).draw();
    }

    /**
     * Draws bands. If there are too many values, the last band is the sum of all other values. The sum contains no
     * withheld values. Returns null if there are no values.
     *
     * @param towards whether the bands lead to the hub
     * @param others the text key for the name of the band with all other values
     * @param stub the text about withheld values; null if there are none
     */
    Drawing bands(String hub, boolean towards, List<Value> values, String others, String stub) {
        if (values.isEmpty()) {
            return null;
        }
        List<FlowChart.Band> drawn = new ArrayList<>();
        values.stream().limit(MAX_LINKS).forEach(one -> drawn.add(band(one.name(), "c1", one.persons())));
        if (values.size() > MAX_LINKS) {
            BigDecimal rest =
                    values.stream().skip(MAX_LINKS).map(Value::persons).reduce(BigDecimal.ZERO, BigDecimal::add);
            drawn.add(band(texts.say(others, "n", values.size() - MAX_LINKS), "c6", rest));
        }
        return new FlowChart(caption, texts.say("flows.follows"), hub, towards, drawn, stub).draw();
    }

    private FlowChart.Band band(String name, String colour, BigDecimal persons) {
        return new FlowChart.Band(name, colour, persons, number(persons));
    }

    private String number(BigDecimal persons) {
        return texts.numbers().exact(persons);
    }
}
