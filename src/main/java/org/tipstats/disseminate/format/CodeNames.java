package org.tipstats.disseminate.format;

import org.tipstats.vocabulary.cube.ObservationField;

/** The name of a code in a language. */
final class CodeNames {

    private CodeNames() {}

    static String name(ObservationField field, String code, String language) {
        return field.codes().find(code).map(found -> found.name().in(language)).orElse(code);
    }
}
