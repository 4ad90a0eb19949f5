package org.tipstats.site.frame;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/**
 * Finds the signs of figures: one of the four marks, else the code of an unusual status. Collects the signs that the
 * key of the page must explain. Not thread-safe.
 */
public final class FigureSigns {

    private final CodeList codes;
    private final Statuses statuses;
    private final PageTexts texts;
    private final Map<String, String> signs = new LinkedHashMap<>();

    public FigureSigns(DataStructure structure, PageTexts texts) {
        this.codes = structure.attribute(Role.STATUS).map(Attribute::codes).orElseThrow();
        this.statuses = new Statuses(structure);
        this.texts = texts;
    }

    /**
     * Returns a figure with its sign, and adds the sign to the key.
     *
     * @param observation null if there is none
     * @param number its value in words; null if it has none
     */
    public ShownFigure of(Observation observation, String number) {
        Optional<Mark> mark = Mark.of(observation, codes);
        if (mark.isPresent()) {
            signs.put(mark.get().sign(), texts.say(mark.get().textKey()));
            return ShownFigure.marked(number, mark.get(), texts);
        }
        if (observation.status().equals(statuses.normal())) {
            return ShownFigure.plain(number);
        }
        Code status = codes.find(observation.status()).orElseThrow();
        String sign = status.id().toLowerCase(Locale.ROOT);
        signs.put(sign, status.name().inLanguage(texts.language()));
        return new ShownFigure(number, sign, status.name().inLanguage(texts.language()));
    }

    /** Returns the meanings of all signs used so far, by sign. */
    public Map<String, String> signs() {
        return signs;
    }
}
