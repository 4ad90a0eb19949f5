package org.tipstats.site.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * The fields of a form for one text in six languages.
 *
 * @param texts the typed texts by language, without empty ones
 */
public record LanguageFields(Map<String, String> texts) {

    public static final LanguageFields EMPTY = new LanguageFields(Map.of());

    /** Reads the texts and the language of each. Texts in other languages than the six are left out. */
    public static LanguageFields of(List<String> languages, List<String> typed) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < Math.min(languages.size(), typed.size()); i++) {
            if (LocalText.LANGUAGES.contains(languages.get(i)) && !typed.get(i).isBlank()) {
                texts.put(languages.get(i), typed.get(i).strip());
            }
        }
        return new LanguageFields(texts);
    }

    /** Returns the typed text in a language; empty if there is none. */
    public String typed(String language) {
        return texts.getOrDefault(language, "");
    }

    /** Returns whether there is a text in any language other than the given one. */
    public boolean others(String than) {
        return texts.keySet().stream().anyMatch(language -> !language.equals(than));
    }

    /** Returns the faults of the fields, by language; empty if the text can be published. English is required. */
    List<Fault> faults(int max, PageTexts t) {
        List<Fault> faults = new ArrayList<>();
        if (!texts.containsKey("en")) {
            faults.add(new Fault("en", t.say("notice.fault.english")));
        }
        texts.forEach((language, text) -> {
            if (text.length() > max) {
                faults.add(new Fault(language, t.say("notice.fault.long", "n", max)));
            }
        });
        return faults;
    }
}
