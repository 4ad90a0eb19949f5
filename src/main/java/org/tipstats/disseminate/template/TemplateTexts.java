package org.tipstats.disseminate.template;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

/** The texts of templates in one language. */
final class TemplateTexts {

    /**
     * Puts a first strong isolate and a pop directional isolate around a code, so that it keeps its direction in Arabic
     * text.
     */
    private static final String ISOLATED = "\u2068%s\u2069";
    /**
     * Adds a right-to-left mark and a right-to-left isolate. Some spreadsheets choose the alignment of a cell from the
     * first letter but still show the text from left to right.
     */
    private static final String RIGHT_TO_LEFT = "\u200F\u2067%s\u2069";

    private final Bundle texts;

    TemplateTexts(String language) {
        this.texts = Bundle.of(TemplateTexts.class, "template", language);
    }

    String language() {
        return texts.language();
    }

    boolean isRightToLeft() {
        return texts.isRightToLeft();
    }

    String get(String key) {
        return texts.text(key);
    }

    /** Returns a sentence with its placeholders filled in. */
    String say(String key, Map<String, String> values) {
        Map<String, String> shown = new HashMap<>(values);
        if (isRightToLeft()) {
            shown.replaceAll((name, value) -> String.format(ISOLATED, value));
        }
        return texts.text(key, shown);
    }

    /** Returns a text with the direction marks that cells and cell comments need in this language. */
    String shown(String text) {
        return isRightToLeft() && !text.isEmpty()
                ? text.lines().map(line -> String.format(RIGHT_TO_LEFT, line)).collect(Collectors.joining("\n"))
                : text;
    }

    /** Returns a text in this language with the direction marks that cells need. */
    String shown(LocalText text) {
        return shown(text.inLanguage(language()));
    }

    /** Explains a column and the values that are allowed in the column. */
    String explain(Template.TemplateColumn column) {
        String key = switch (column.role()) {
            case AREA, TIME, VALUE, STATUS, CONFIDENTIALITY, MULTI_RESPONSE, TIME_COVERAGE ->
                column.role().name();
            default -> column.isCoded() ? "coded" : "text";
        };
        String sentence = say("column." + key, Map.of("sheet", get("sheet.codes")));
        return column.isValue()
                ? sentence
                : sentence + " " + get(column.required() ? "column.required" : "column.optional");
    }
}
