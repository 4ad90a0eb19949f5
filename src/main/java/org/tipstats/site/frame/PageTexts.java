package org.tipstats.site.frame;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tipstats.validate.findings.Texts;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * What the website says in one language: ICU message patterns under keys {@code page.element.state}. All languages have
 * the same keys. Immutable.
 */
public final class PageTexts {

    /** For scripts: sentences whose blanks they fill themselves. */
    private static final String SCRIPT = "script.";

    private static final Map<String, PageTexts> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final ULocale locale;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> script = new TreeMap<>();

    private PageTexts(String language) {
        this.language = language;
        this.locale = new ULocale((language.equals("en") ? "en_GB" : language) + "@numbers=latn");
        Texts.load(PageTexts.class, "texts_" + language + ".properties").forEach((key, text) -> {
            if (key.startsWith(SCRIPT)) {
                script.put(key.substring(SCRIPT.length()), text);
            } else {
                texts.put(key, text);
            }
        });
        if (texts.isEmpty()) {
            throw new IllegalStateException("there are no texts of the website in " + language);
        }
    }

    /** The texts in a language of {@link LocalText#LANGUAGES}. */
    public static PageTexts in(String language) {
        if (!LocalText.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("the website does not speak " + language);
        }
        return LOADED.computeIfAbsent(language, PageTexts::new);
    }

    public String language() {
        return language;
    }

    /** Numbers and days in this language: with the digits that the data files have. */
    /** The order of names in the language. */
    public Collator collator() {
        return Collator.getInstance(locale());
    }

    ULocale locale() {
        return locale;
    }

    /** {@code rtl} for a language that is written from right to left, else {@code ltr}. */
    public String direction() {
        return locale.isRightToLeft() ? "rtl" : "ltr";
    }

    /** A text without blanks; throws for a key that there isn't, so that no page shows a key. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** A sentence with one blank filled in: a number, which may choose the plural, or a text. */
    public String say(String key, String blank, Object value) {
        return say(key, Map.of(blank, value));
    }

    /** A sentence with two blanks filled in. */
    public String say(String key, String blank, Object value, String other, Object second) {
        return say(key, Map.of(blank, value, other, second));
    }

    /** A sentence with its blanks filled in. */
    public String say(String key, Map<String, Object> values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key + " in " + language);
        }
        return text.indexOf('{') < 0 && text.indexOf('\'') < 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** Whether there is such a text: for what has words of its own only sometimes. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The sentences of the scripts, by key. */
    public Map<String, String> script() {
        return script;
    }

    Map<String, String> all() {
        return texts;
    }
}
