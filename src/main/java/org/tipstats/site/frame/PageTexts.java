package org.tipstats.site.frame;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/**
 * The texts of the website in one language: ICU message patterns under keys {@code page.element.state}. All languages
 * have the same keys. Immutable.
 */
public final class PageTexts {

    /** Key prefix of the sentences that scripts use. A script fills in the placeholders of its sentences. */
    private static final String SCRIPT = "script.";

    /** Placeholders whose values are identifiers, for example of releases. */
    private static final List<String> IDENTIFIERS = List.of("id", "newer");

    /** Begins a part of a text that has a direction of its own. {@link #POP_ISOLATE} ends the part. */
    private static final String ISOLATE = "\u2068";

    private static final String POP_ISOLATE = "\u2069";

    private static final Map<String, PageTexts> LOADED = new ConcurrentHashMap<>();

    private final Bundle texts;
    private final DayTexts days;
    private final NumberTexts numbers;
    private final Map<String, String> script = new TreeMap<>();

    private PageTexts(String language) {
        this.texts = Bundle.of(PageTexts.class, "texts", language);
        this.days = new DayTexts(this);
        this.numbers = new NumberTexts(this);
        texts.patterns().forEach((key, text) -> {
            if (key.startsWith(SCRIPT)) {
                script.put(key.substring(SCRIPT.length()), text);
            }
        });
    }

    /**
     * Returns the texts in a language of {@link LocalText#LANGUAGES}.
     *
     * @throws IllegalArgumentException if the website is not available in this language
     */
    public static PageTexts in(String language) {
        if (!LocalText.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("the website does not speak " + language);
        }
        return LOADED.computeIfAbsent(language, PageTexts::new);
    }

    public String language() {
        return texts.language();
    }

    public DayTexts days() {
        return days;
    }

    public NumberTexts numbers() {
        return numbers;
    }

    /** Returns a name or a text of the schemas in the language of the page. */
    public String of(LocalText text) {
        return text.inLanguage(language());
    }

    /** Returns the name of a dimension. For areas and years, returns a usual word instead of the name in the schema. */
    public String name(Dimension dimension) {
        return dimension.isTime()
                ? say("flows.year")
                : dimension.role() == Role.AREA ? say("map.area") : of(dimension.name());
    }

    /** Returns the name of the code, or the year, at a position of a dimension. */
    public String of(Dimension dimension, int position) {
        return dimension.isTime()
                ? dimension.valueAt(position)
                : of(dimension.codes().at(position).name());
    }

    /** Returns codes, sorted by name according to the rules of the language. */
    public List<Code> byName(List<Code> codes) {
        return codes.stream()
                .sorted(Comparator.comparing((Code code) -> of(code.name()), collator()))
                .toList();
    }

    /** Returns a collator that sorts names by the rules of the language. */
    public Collator collator() {
        return Collator.getInstance(locale());
    }

    /** Returns the locale for numbers and days. It uses the digits 0 to 9 in every language, as the data files do. */
    ULocale locale() {
        return texts.locale();
    }

    /** Returns {@code rtl} if the language is written from right to left, else {@code ltr}. */
    public String direction() {
        return texts.isRightToLeft() ? "rtl" : "ltr";
    }

    /**
     * Returns a text without placeholders.
     *
     * @throws IllegalArgumentException if the key is unknown, so that no page ever shows a key
     */
    public String say(String key) {
        return texts.text(key);
    }

    /**
     * Returns a sentence with one placeholder filled in. The value is a text or a number; a number may select a plural
     * form.
     */
    public String say(String key, String blank, Object value) {
        return say(key, Map.of(blank, value));
    }

    /** Returns a sentence with two placeholders filled in. */
    public String say(String key, String blank, Object value, String other, Object second) {
        return say(key, Map.of(blank, value, other, second));
    }

    /**
     * Returns a sentence with its placeholders filled in. In text from right to left, identifiers keep the order of
     * their characters.
     */
    public String say(String key, Map<String, Object> values) {
        String said = texts.text(key, texts.isRightToLeft() ? isolated(values) : values);
        // The full stop of the Russian word for "year" also ends the sentence.
        return said.replace("г..", "г.");
    }

    private static Map<String, Object> isolated(Map<String, Object> values) {
        Map<String, Object> isolated = new HashMap<>(values);
        IDENTIFIERS.forEach(name ->
                isolated.computeIfPresent(name, (key, id) -> id instanceof String ? ISOLATE + id + POP_ISOLATE : id));
        return isolated;
    }

    /** Joins the parts of a title with the comma of the language. */
    public String joined(List<String> parts) {
        return String.join(say("site.comma"), parts);
    }

    /** Joins the parts of a sentence with the semicolon of the language; empty without parts. */
    public String listed(List<String> parts) {
        return parts.stream()
                .reduce((first, second) -> say("patterns.pair", "first", first, "second", second))
                .orElse("");
    }

    /** Returns a text without placeholders in all languages. */
    public static LocalText inAll(String key) {
        return inAll(language -> in(language).say(key));
    }

    /** Calls a function for each language, and returns the texts by language. */
    public static LocalText inAll(UnaryOperator<String> text) {
        return new LocalText(LocalText.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), text)));
    }

    public boolean has(String key) {
        return texts.pattern(key).isPresent();
    }

    /** Returns the sentences of the scripts, by key. */
    public Map<String, String> script() {
        return script;
    }

    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(texts.patterns());
        all.keySet().removeIf(key -> key.startsWith(SCRIPT));
        return all;
    }
}
