package org.tipstats.site.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Chooses colours, patterns and texts for areas. An area with a shown value gets the colour of the value's class. An
 * area without a shown value gets a pattern or a colour for the reason.
 */
final class AreaStyles {

    static final String HATCHED = "hatched";
    static final String DOTTED = "dotted";
    static final String PLAIN = "plain";
    static final String NOT_REQUESTED = "out";

    private final PageTexts texts;
    private final ColourClasses classes;
    private final Statuses statuses;
    private final LinkedCells cells;

    AreaStyles(DataStructure structure, LongFunction<String> address, ColourClasses classes, PageTexts texts) {
        this.texts = texts;
        this.classes = classes;
        this.statuses = new Statuses(structure);
        this.cells = LinkedCells.ofRates(structure, address, texts);
    }

    private Optional<Mark> mark(Observation observation) {
        return Mark.of(observation, statuses);
    }

    /** Returns CSS classes for an area: the colour of its value, or the look for the reason why there is no value. */
    String look(Observation observation) {
        if (LinkedCells.hasValue(observation)) {
            String colour = "k" + classes.colour(classes.of(observation.value()));
            return mark(observation).isPresent() ? colour + " low" : colour;
        }
        return switch (mark(observation).orElse(Mark.MISSING)) {
            case SUPPRESSED, MASKED -> DOTTED;
            case NOT_APPLICABLE -> PLAIN;
            default -> HATCHED;
        };
    }

    /** Returns the pattern of a look; null if the look has no pattern. */
    static String pattern(String look) {
        return look.equals(HATCHED) || look.equals(DOTTED) ? look : null;
    }

    /** Returns the name of the value's class, or the reason for the absence of a value. */
    String band(Observation observation) {
        return LinkedCells.hasValue(observation)
                ? band(classes.of(observation.value()))
                : texts.say(mark(observation).orElse(Mark.MISSING).textKey());
    }

    private String band(int number) {
        List<BigDecimal> limits = classes.limits();
        if (number == 0) {
            return texts.say("map.class.zero");
        }
        if (limits.isEmpty()) {
            return texts.say("map.class.only");
        }
        if (number == 1) {
            return texts.say("map.class.first", "to", texts.numbers().exact(limits.get(0)));
        }
        String from = texts.numbers().exact(limits.get(number - 2));
        return number > limits.size()
                ? texts.say("map.class.last", "from", from)
                : texts.say(
                        "map.class.between", "from", from, "to", texts.numbers().exact(limits.get(number - 1)));
    }

    MapView.Row row(Code area, Observation observation) {
        String look = look(observation);
        return new MapView.Row(
                area.id(), texts.of(area.name()), cells.of(observation), look, pattern(look), band(observation));
    }

    /** Returns the meanings of all signs used so far, by sign. */
    Map<String, String> signs() {
        return cells.signs();
    }

    /**
     * Makes the legend.
     *
     * @param seen the looks on the map, see {@link #look}
     */
    List<MapView.Key> keys(List<String> seen) {
        List<MapView.Key> keys = new ArrayList<>();
        for (int number = 0; number <= classes.size(); number++) {
            keys.add(new MapView.Key("k" + classes.colour(number), null, band(number)));
        }
        keys.add(new MapView.Key(HATCHED, HATCHED, texts.say(Mark.MISSING.textKey())));
        String hidden = texts.say(Mark.MASKED.textKey()) + " · " + texts.say(Mark.SUPPRESSED.textKey());
        keys.add(new MapView.Key(DOTTED, DOTTED, hidden));
        keys.add(new MapView.Key(PLAIN, null, texts.say(Mark.NOT_APPLICABLE.textKey())));
        if (seen.stream().anyMatch(look -> look.endsWith(" low"))) {
            keys.add(new MapView.Key("k0 low", null, texts.say(Mark.LOW_RELIABILITY.textKey())));
        }
        if (seen.contains(NOT_REQUESTED)) {
            keys.add(new MapView.Key(NOT_REQUESTED, null, texts.say("map.out")));
        }
        return keys;
    }
}
