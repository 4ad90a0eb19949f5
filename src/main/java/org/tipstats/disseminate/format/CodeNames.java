package org.tipstats.disseminate.format;

import org.tipstats.vocabulary.cube.ObservationField;

/** Finds the names of codes. A code that its list does not have is its own name. */
final class CodeNames {

    private CodeNames() {}

    static String name(ObservationField field, String code, String language) {
        return field.codes()
                .find(code)
                .map(found -> found.name().inLanguage(language))
                .orElse(code);
    }
}
