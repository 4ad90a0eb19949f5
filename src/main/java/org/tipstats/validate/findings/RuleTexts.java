package org.tipstats.validate.findings;

import java.util.Map;
import org.tipstats.vocabulary.names.Bundle;

/**
 * The texts of the rules in one language. A text that this language lacks is taken from English. Objects are immutable.
 */
public final class RuleTexts {

    private final Bundle texts;

    private RuleTexts(Bundle texts) {
        this.texts = texts;
    }

    /**
     * Returns the texts in a language.
     *
     * @param language a code such as {@code fr}; English is used if the language has no texts
     */
    public static RuleTexts in(String language) {
        return new RuleTexts(Bundle.of(RuleTexts.class, "rules", language));
    }

    public String language() {
        return texts.language();
    }

    /** Returns the title of a rule: its subject in a few words. */
    public String title(String rule) {
        return pattern(rule + ".title");
    }

    public String titleOrId(String rule) {
        String title = title(rule);
        return title.isEmpty() ? rule : title;
    }

    public String reason(String rule) {
        return pattern(rule + ".reason").replace("''", "'");
    }

    /** Returns an example that breaks the rule: a word or a line. */
    public String example(String rule) {
        return pattern(rule + ".example");
    }

    /**
     * Returns general advice on how to correct faults of this kind: the text {@code remedy} of the rule, or the text
     * {@code fix} if the rule has no {@code remedy}. A rule needs a {@code remedy} if its {@code fix} contains values
     * of a finding.
     */
    public String remedy(String rule) {
        String general = pattern(rule + ".remedy");
        return general.isEmpty() ? pattern(rule + ".fix").replace("''", "'") : general;
    }

    /**
     * Returns the message pattern of the variant, or the general pattern if the variant has none; empty if there is no
     * pattern.
     */
    public String pattern(String rule, String part, String variant) {
        String special = variant.isEmpty() ? "" : pattern(rule + "." + part + "." + variant);
        return special.isEmpty() ? pattern(rule + "." + part) : special;
    }

    private String pattern(String key) {
        return texts.pattern(key).orElse("");
    }

    /** Returns all texts of the language by key, without those that exist only in English. */
    public Map<String, String> all() {
        return texts.patterns();
    }
}
