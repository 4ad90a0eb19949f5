package org.tipstats.validate.findings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tipstats.vocabulary.schema.LocalText;

/** What the rules say in one language, in English where a text is missing there. Immutable. */
public final class RuleTexts {

    private static final Map<String, RuleTexts> LOADED = new ConcurrentHashMap<>();
    private static final String ENGLISH = "en";

    private final String language;
    private final Map<String, String> texts;

    private RuleTexts(String language) {
        this.language = language;
        this.texts = Texts.load(RuleTexts.class, "rules_" + language + ".properties");
    }

    /** The texts in a language; {@code fr} and the like. A language without texts gets the English ones. */
    public static RuleTexts in(String language) {
        boolean known = LocalText.LANGUAGES.contains(language);
        return LOADED.computeIfAbsent(known ? language : ENGLISH, RuleTexts::new);
    }

    public String language() {
        return language;
    }

    /** What the rule is about, in a few words. */
    public String title(String rule) {
        return pattern(rule + ".title");
    }

    /** Why the rule is there. */
    public String reason(String rule) {
        return pattern(rule + ".reason").replace("''", "'");
    }

    /** What breaks the rule, in a word or a line. */
    public String example(String rule) {
        return pattern(rule + ".example");
    }

    /** What to do about it in general: a text of its own where the fix names something of a finding, else the fix. */
    public String remedy(String rule) {
        String general = pattern(rule + ".remedy");
        return general.isEmpty() ? pattern(rule + ".fix").replace("''", "'") : general;
    }

    /** A message pattern, the variant's where there is one; empty when there is none at all. */
    public String pattern(String rule, String part, String variant) {
        String special = variant.isEmpty() ? "" : pattern(rule + "." + part + "." + variant);
        return special.isEmpty() ? pattern(rule + "." + part) : special;
    }

    private String pattern(String key) {
        String own = texts.get(key);
        if (own == null && !language.equals(ENGLISH)) {
            return in(ENGLISH).pattern(key);
        }
        return own == null ? "" : own;
    }

    /** All texts of the language by key, those that are there in English only left out. */
    public Map<String, String> all() {
        return texts;
    }
}
