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
 * Finds the sign that a page shows with a figure: the sign of a {@link Mark}, or otherwise the code of an unusual
 * status. Collects the signs that the page must explain. Not thread-safe.
 */
public final class FigureSigns {

    /**
     * A remark on a figure, for example that it is missing or withheld. Each mark has its own sign and its own words.
     */
    public enum Mark {
        MISSING(".."),
        NOT_APPLICABLE("–"),
        /** Withheld by this service. No reason is shown, because the reason would reveal the size of the figure. */
        SUPPRESSED("c"),
        /** Masked by the area that provided the figure. */
        MASKED("q"),
        LOW_RELIABILITY("u");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        /**
         * Returns the mark of an observation; empty for a plain value. Zero is a plain value.
         *
         * @param observation null if there is no observation
         * @param statuses the statuses of the data structure, which determine the mark
         */
        public static Optional<Mark> of(Observation observation, Statuses statuses) {
            if (observation == null) {
                return Optional.of(MISSING);
            }
            if (observation.value() != null) {
                boolean low = statuses.lowReliability().equals(observation.status());
                return low ? Optional.of(LOW_RELIABILITY) : Optional.empty();
            }
            if (statuses.suppressed().equals(observation.status())) {
                return Optional.of(statuses.isMasked(observation) ? MASKED : SUPPRESSED);
            }
            boolean never = NOT_APPLICABLE.name().equals(statuses.meanings().get(observation.status()));
            return Optional.of(never ? NOT_APPLICABLE : MISSING);
        }

        /** Returns true if there is a value and it is not shown. */
        public boolean isHidden() {
            return this == SUPPRESSED || this == MASKED;
        }

        public String sign() {
            return sign;
        }

        /** Returns the key of the text that explains the mark. */
        public String textKey() {
            return "mark." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A figure as a page shows it: a number, a sign, or a number with a sign.
     *
     * @param number null if there is no number to show
     * @param sign null for a plain number
     * @param words the meaning of the sign, for readers who cannot see the key; null for a plain number
     */
    public record ShownFigure(String number, String sign, String words) {

        public static ShownFigure plain(String number) {
            return new ShownFigure(number, null, null);
        }

        public static ShownFigure marked(String number, Mark mark, PageTexts texts) {
            return new ShownFigure(number, mark.sign(), texts.say(mark.textKey()));
        }
    }

    private final CodeList codes;

    private final Statuses statuses;
    private final boolean marksOnly;
    private final PageTexts texts;
    private final Map<String, String> signs = new LinkedHashMap<>();

    public FigureSigns(DataStructure structure, PageTexts texts) {
        this(structure, false, texts);
    }

    private FigureSigns(DataStructure structure, boolean marksOnly, PageTexts texts) {
        this.codes = structure.attribute(Role.STATUS).map(Attribute::codes).orElseThrow();
        this.statuses = new Statuses(structure);
        this.marksOnly = marksOnly;
        this.texts = texts;
    }

    /** Makes an instance that finds only marks, not the codes of unusual statuses. */
    public static FigureSigns marksOnly(DataStructure structure, PageTexts texts) {
        return new FigureSigns(structure, true, texts);
    }

    /**
     * Returns a figure with its sign. The page must then explain this sign.
     *
     * @param observation null if there is no observation
     * @param number the observation's value as text; null if it has no value
     */
    public ShownFigure of(Observation observation, String number) {
        Optional<Mark> mark = Mark.of(observation, statuses);
        if (mark.isPresent()) {
            signs.put(mark.get().sign(), texts.say(mark.get().textKey()));
            return ShownFigure.marked(number, mark.get(), texts);
        }
        if (marksOnly || observation.status().equals(statuses.normal())) {
            return ShownFigure.plain(number);
        }
        Code status = codes.find(observation.status()).orElseThrow();
        String sign = status.id().toLowerCase(Locale.ROOT);
        signs.put(sign, texts.of(status.name()));
        return new ShownFigure(number, sign, texts.of(status.name()));
    }

    /** Returns the sign of a mark without a number. The page must then explain this sign. */
    public ShownFigure marked(Mark mark) {
        signs.put(mark.sign(), texts.say(mark.textKey()));
        return ShownFigure.marked(null, mark, texts);
    }

    /** Returns the meanings of all signs used so far, by sign. */
    public Map<String, String> signs() {
        return signs;
    }
}
