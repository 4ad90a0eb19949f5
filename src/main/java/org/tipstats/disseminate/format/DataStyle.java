package org.tipstats.disseminate.format;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;

/**
 * Options for writing data in any format. A format ignores the options that do not apply to it.
 *
 * @param language the language of names and notes
 * @param raw whether CSV leaves text unchanged even if a spreadsheet would run the text as a formula
 * @param mark whether CSV begins with a byte-order mark, so that Excel recognises UTF-8
 */
public record DataStyle(LabelStyle labels, String language, boolean raw, boolean mark) {

    /** Codes without names, and notes in English. */
    public static final DataStyle PLAIN = new DataStyle(LabelStyle.ID, "en", false, false);

    public DataStyle {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(language, "language");
    }

    /**
     * Returns the name of a code in the language of the style. If the code list does not have the code, the code itself
     * is the name.
     */
    String name(ObservationField field, String code) {
        return field.codes()
                .find(code)
                .map(found -> found.name().inLanguage(language))
                .orElse(code);
    }

    /**
     * Returns the name of an observation's code in a field, with or without the code; null if the observation has no
     * code.
     */
    String label(ObservationField field, Observation observation, boolean withCode) {
        String code = field.text(observation);
        if (code == null) {
            return null;
        }
        return withCode ? code + ": " + name(field, code) : name(field, code);
    }

    /** How a reply shows codes and their names, as in SDMX-CSV 2.0. */
    public enum LabelStyle {
        /** Codes without names. */
        ID,
        /** Names in columns next to the codes. */
        NAME,
        /** Code and name in one cell: {@code CODE: Name}. */
        BOTH;

        /**
         * Reads the parameter {@code labels}; null means {@link #ID}.
         *
         * @throws ProblemException with status 400 if the value is not valid
         */
        public static LabelStyle of(String text) {
            if (text == null) {
                return ID;
            }
            for (LabelStyle labels : values()) {
                if (labels.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return labels;
                }
            }
            throw ProblemException.parameter(
                    "labels",
                    text,
                    "\"labels\" must be id, name or both.",
                    WordSuggestions.near(text, List.of("id", "name", "both")));
        }
    }
}
