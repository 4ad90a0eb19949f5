package org.tipstats.site.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;

/**
 * The fields of a form for one text in six languages. The id of each field is the language. English is required.
 *
 * @param texts the typed texts by language, without empty ones
 */
record LanguageFields(Map<String, String> texts) {

    static final LanguageFields EMPTY = new LanguageFields(Map.of());

    static LanguageFields of(String en, String fr, String es, String ru, String ar, String zh) {
        Map<String, String> texts = new TreeMap<>();
        put(texts, "en", en);
        put(texts, "fr", fr);
        put(texts, "es", es);
        put(texts, "ru", ru);
        put(texts, "ar", ar);
        put(texts, "zh", zh);
        return new LanguageFields(texts);
    }

    private static void put(Map<String, String> texts, String language, String typed) {
        if (typed != null && !typed.isBlank()) {
            texts.put(language, typed.strip());
        }
    }

    /** Returns the typed text in a language; empty if there is none. */
    public String typed(String language) {
        return texts.getOrDefault(language, "");
    }

    /** Checks that there is a text in another language than English. */
    public boolean others() {
        return texts.keySet().stream().anyMatch(language -> !language.equals("en"));
    }

    /** Returns the faults of the fields; empty if the text can be published. */
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
