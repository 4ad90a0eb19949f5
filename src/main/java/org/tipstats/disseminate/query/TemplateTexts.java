package org.tipstats.disseminate.query;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.validate.findings.Texts;

/** What templates say in one language. */
final class TemplateTexts {

    /** First strong isolate, and pop directional isolate: a code keeps its direction among Arabic letters. */
    private static final String ISOLATED = "\u2068%s\u2069";
    /**
     * Right-to-left mark and isolate: some spreadsheets align a cell by its first letter, but let its text run from left
     * to right all the same.
     */
    private static final String RIGHT_TO_LEFT = "\u200F\u2067%s\u2069";

    private final String language;
    private final Map<String, String> texts;
    private final ULocale locale;

    TemplateTexts(String language) {
        this.language = language;
        this.texts = Texts.load(TemplateTexts.class, "template_" + language + ".properties");
        this.locale = ULocale.forLanguageTag(language);
    }

    String language() {
        return language;
    }

    boolean isRightToLeft() {
        return locale.isRightToLeft();
    }

    String get(String key) {
        return say(key, Map.of());
    }

    /** A sentence with its blanks filled in. */
    String say(String key, Map<String, String> values) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("template_" + language + ".properties has no " + key);
        }
        Map<String, String> shown = new HashMap<>(values);
        if (isRightToLeft()) {
            shown.replaceAll((name, value) -> String.format(ISOLATED, value));
        }
        return new MessageFormat(pattern, locale).format(shown);
    }

    /** A text in this language as the cells of a sheet and their comments show it. */
    String shown(String text) {
        return isRightToLeft() && !text.isEmpty()
                ? text.lines().map(line -> String.format(RIGHT_TO_LEFT, line)).collect(Collectors.joining("\n"))
                : text;
    }

    /** What a column is and what is put into it. */
    String explain(TemplateColumn column) {
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
