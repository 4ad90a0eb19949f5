package org.tipstats.site.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapViews.MapRequest;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes the controls for choosing one value of each dimension, and the texts about the current choice. */
final class MapControls {

    private static final int MAX_RADIO_BUTTONS = 8;

    private final MapRequest question;
    private final MapSelection choice;
    private final PageTexts texts;
    private final List<Dimension> dimensions;

    MapControls(MapRequest question, MapSelection choice, PageTexts texts) {
        this.question = question;
        this.choice = choice;
        this.texts = texts;
        this.dimensions = question.selection().dataflow().structure().dimensions();
    }

    private static boolean isBreakdown(Dimension dimension) {
        boolean other = dimension.isTime() || dimension.role() == Role.AREA || dimension.role() == Role.UNIT;
        return !other && dimension.size() > 1;
    }

    /** Returns names for the caption: the codes that all figures share, without totals. */
    List<String> common() {
        return dimensions.stream()
                .filter(MapControls::isBreakdown)
                .filter(dimension ->
                        !dimension.codes().at(choice.position(dimension)).isTotal())
                .map(dimension -> texts.of(dimension, choice.position(dimension)))
                .toList();
    }

    /**
     * Returns a sentence with the shown value of every breakdown. The sentence also says whether other values can be
     * chosen. Returns null if there are no breakdowns.
     */
    String shown() {
        String all = dimensions.stream()
                .filter(MapControls::isBreakdown)
                .map(dimension -> texts.say(
                        "map.shown.part",
                        "name",
                        texts.name(dimension),
                        "value",
                        texts.of(dimension, choice.position(dimension))))
                .collect(Collectors.joining(" · "));
        String key = controls().isEmpty() ? "map.shown" : "map.shown.one";
        return all.isEmpty() ? null : texts.say(key, "all", all);
    }

    List<MapView.Control> controls() {
        List<MapView.Control> controls = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            BitSet there = choice.there(dimension);
            if (isBreakdown(dimension) && there.cardinality() > 1) {
                boolean few = there.cardinality() <= MAX_RADIO_BUTTONS;
                controls.add(
                        new MapView.Control(dimension.id(), texts.name(dimension), few, options(dimension, there)));
            }
        }
        return controls;
    }

    private List<Choice> options(Dimension dimension, BitSet positions) {
        return positions.stream()
                .mapToObj(position -> new Choice(
                        dimension.valueAt(position),
                        texts.of(dimension, position),
                        position == choice.position(dimension)))
                .toList();
    }

    /**
     * Returns all years from the first to the last, including years without figures; null if there is only one
     * year.
     */
    MapView.Years years() {
        Dimension time = question.selection().dataflow().structure().time();
        BitSet years = choice.there(time);
        int first = years.nextSetBit(0);
        int last = years.length() - 1;
        if (first == last) {
            return null;
        }
        years.set(first, last + 1);
        int now = choice.position(time);
        return new MapView.Years(
                time.id(),
                texts.name(time),
                now == first ? null : step(time, now - 1),
                now == last ? null : step(time, now + 1),
                options(time, years));
    }

    private MapView.Step step(Dimension time, int position) {
        String year = time.valueAt(position);
        return new MapView.Step(year, question.here().apply(time.id(), year));
    }

    List<MapView.Sort> sorts() {
        boolean byRate = MapRequest.BY_RATE.equals(question.chosen().get(MapRequest.SORT));
        return List.of(
                new MapView.Sort(texts.say("map.sort.name"), question.here().apply(MapRequest.SORT, null), !byRate),
                new MapView.Sort(
                        texts.say("map.sort.rate"),
                        question.here().apply(MapRequest.SORT, MapRequest.BY_RATE),
                        byRate));
    }

    /** Returns the unit and the year. */
    String unit() {
        Dimension unit = question.selection().dataflow().structure().unit();
        Dimension time = question.selection().dataflow().structure().time();
        return texts.of(unit, choice.position(unit)) + " · " + texts.of(time, choice.position(time));
    }

    String caption() {
        List<String> parts =
                new ArrayList<>(List.of(texts.of(question.selection().dataflow().name())));
        parts.addAll(common());
        Dimension time = question.selection().dataflow().structure().time();
        Map<String, Object> values = Map.of("what", texts.joined(parts), "year", texts.of(time, choice.position(time)));
        return texts.say("map.caption", values);
    }
}
