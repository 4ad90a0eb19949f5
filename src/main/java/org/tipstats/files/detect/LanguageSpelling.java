package org.tipstats.files.detect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The spelling of a language, as far as it helps to tell encodings apart.
 *
 * @param letters the small letters outside ASCII that the language has
 * @param alone those of the letters that are a word by themselves; null if all may be
 * @param never a pattern that no word of the language matches; null if none is known
 */
record LanguageSpelling(String letters, String singleLetterWords, Pattern impossible) {

    /** Languages of Western Europe and the Americas. */
    static final List<LanguageSpelling> WESTERN = List.of(
            of("àâæçèéêëîïôœùûüÿ", "àô", null),
            of("áéíóúüñ", "áéíóú", null),
            of("áàâãçéêíóôõúü", "àéáó", null),
            of("àèéìíîòóùú", "èéàìò", null),
            of("äöüßé", "", null),
            of("éëïöüèêáíóúç", "", null),
            of("àçèéíïòóúü", "àé", null),
            of("æøåéòóôü", "å", null),
            of("åäöéàü", "åö", null),
            of("áéíóúýþæðö", "áíó", null),
            of("äöõüšž", "", null),
            of("çë", "", null));

    /** Languages of Central Europe. */
    static final List<LanguageSpelling> CENTRAL = List.of(
            of("ąćęłńóśźż", "", "[ćńśź][aąeęioóuy]|\\b[ąęńy]"),
            of("áčďéěíňóřšťúůýž", "č", "\\bů|(?<![bpvmdtnf])ě|[qw]"),
            of("áäčďéíĺľňóôŕšťúýž", "č", "(?<![bcčdďfghjklľmnňprsštťvzž])[ĺŕ]|[ĺŕ](?![bcčdďfghjklľmnňprsštťvzž])|[qw]"),
            of("áéíóöőúüű", "őóéá", null),
            of("ăâîşţ", "", null),
            of("čćđšž", "č", "[qwxy]"),
            of("äöüßé", "", null),
            of("çë", "", null));

    /** Languages in Cyrillic letters. */
    static final List<LanguageSpelling> CYRILLIC = List.of(
            of(
                    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                    null,
                    "\\b[ъьы]|[бвгджзклмнпрстфхцчшщъь]й|[жшщч]ы|[аеёиоуыэюя]{5}|[бвгджзйклмнпрстфхцчшщ]{8}"),
            of("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", null, "\\bь|[жзклмпрстфхцчшщ]й|[аеєиіїоуюя]{5}"),
            of("абвгдеёжзійклмнопрстуўфхцчшыьэюя", null, "\\b[ьы]|[бвгджзклмнпрстфхцчш]й"),
            of("абвгдежзийклмнопрстуфхцчшщъьюя", null, "\\bь|[бвгджзклмнпрстфхцчшщ]й|[бвгджзйклмнпрстфхцчшщ]{7}"),
            of("абвгдђежзијклљмнњопрстћуфхцчџш", null, "[бвгджзклмнпстфхцчш]{6}"),
            of("абвгдѓежзѕијклљмнњопрстќуфхцчџш", null, "[бвгджзклмнпстфхцчш]{6}"));

    /** Languages in Arabic letters, and French, which often stands beside them. */
    static final List<LanguageSpelling> ARABIC = List.of(
            of(
                    "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگکٹڈڑںےھہ\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652",
                    "وبلفكأ",
                    "\\b[ةىءئؤ\u064B-\u0652]|[ةى](?=[ابتثجحخدذرزسشصضطظعغفقكلمنهوي])"),
            of("àâçèéêëîïôœùûü", "àô", null));

    /** Languages of encodings that are not supported. They help to recognise texts in these encodings. */
    static final List<LanguageSpelling> TURKISH = List.of(of("âçğıîöşûü", "", "[qwx]"));

    static final List<LanguageSpelling> BALTIC = List.of(
            of("ąčęėįšųūž", "ąįč", "[qwx]"),
            of("āčēģīķļņšūž", "", "[qwxy]|[aeiouāēīū][āēīū]|[āēīū][aeiou]"),
            of("äöõüšž", "", null));

    static final List<LanguageSpelling> GREEK =
            List.of(of("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊΐ", "ηοώήό", "ς\\w|[άέήίόύώΐ].*[άέήίόύώΐ]"));

    static final List<LanguageSpelling> HEBREW = List.of(of("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "", "[ךםןףץ][א-ת]"));

    private static LanguageSpelling of(String letters, String alone, String never) {
        return new LanguageSpelling(
                letters, alone, never == null ? null : Pattern.compile(never, Pattern.UNICODE_CHARACTER_CLASS));
    }

    /** Returns whether a word in small letters can be a word of the language. */
    boolean canHaveWord(String word) {
        int foreign = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            foreign += c >= 0x80 ? 1 : 0;
            if (c >= 0x80 && letters.indexOf(c) < 0) {
                return false;
            }
        }
        boolean single = word.length() == 1 && foreign == 1;
        if (single && singleLetterWords != null && singleLetterWords.indexOf(word.charAt(0)) < 0) {
            return false;
        }
        return impossible == null || !impossible.matcher(word).find();
    }

    /** Converts a word to the small letters that {@link #has} expects. */
    static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
