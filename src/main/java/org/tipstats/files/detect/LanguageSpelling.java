package org.tipstats.files.detect;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The features of the spelling of a language that help to distinguish encodings.
 *
 * @param letters the small letters of the language outside ASCII
 * @param singleLetterWords the letters outside ASCII that are words of one letter; null if every letter may be such a
 *     word
 * @param impossible a pattern that occurs in no word of the language; null if no such pattern is known
 */
record LanguageSpelling(String letters, String singleLetterWords, Pattern impossible) {

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

    static final List<LanguageSpelling> CENTRAL = List.of(
            of("ąćęłńóśźż", "", "[ćńśź][aąeęioóuy]|\\b[ąęńy]"),
            of("áčďéěíňóřšťúůýž", "č", "\\bů|(?<![bpvmdtnf])ě|[qw]"),
            of("áäčďéíĺľňóôŕšťúýž", "č", "(?<![bcčdďfghjklľmnňprsštťvzž])[ĺŕ]|[ĺŕ](?![bcčdďfghjklľmnňprsštťvzž])|[qw]"),
            of("áéíóöőúüű", "őóéá", null),
            of("ăâîşţ", "", null),
            of("čćđšž", "č", "[qwxy]"),
            of("äöüßé", "", null),
            of("çë", "", null));

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

    /** Languages in Arabic letters, and French, which often occurs in texts in these languages. */
    static final List<LanguageSpelling> ARABIC = List.of(
            of(
                    "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگکٹڈڑںےھہ\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652",
                    "وبلفكأ",
                    "\\b[ةىءئؤ\u064B-\u0652]|[ةى](?=[ابتثجحخدذرزسشصضطظعغفقكلمنهوي])"),
            of("àâçèéêëîïôœùûü", "àô", null));

    /** Languages of encodings that are not supported. These languages help to recognise texts in such encodings. */
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

    /** A group of languages that share code pages. Measures by letter frequencies how well a text fits the group. */
    enum LanguageGroup {
        WESTERN(LanguageSpelling.WESTERN, "windows-1252", "ISO-8859-1"),
        CENTRAL(LanguageSpelling.CENTRAL, "ISO-8859-2", "windows-1250"),
        CYRILLIC(LanguageSpelling.CYRILLIC, "windows-1251"),
        ARABIC(LanguageSpelling.ARABIC, "windows-1256"),
        TURKISH(LanguageSpelling.TURKISH, "ISO-8859-9", "windows-1254"),
        GREEK(LanguageSpelling.GREEK, "ISO-8859-7", "windows-1253"),
        HEBREW(LanguageSpelling.HEBREW, "ISO-8859-8", "ISO-8859-8-I", "windows-1255"),
        /** No letter frequencies are known for these languages. */
        BALTIC(LanguageSpelling.BALTIC, "windows-1257");

        private final List<LanguageSpelling> languages;
        private final String reference;
        private final Set<String> names;

        /** @param encodings the encodings of the languages; letter frequencies, if known, are for the first encoding */
        LanguageGroup(List<LanguageSpelling> languages, String... encodings) {
            this.languages = languages;
            this.reference = encodings[0];
            this.names = Set.of(encodings);
        }

        List<LanguageSpelling> languages() {
            return languages;
        }

        boolean has(String encoding) {
            return names.contains(encoding);
        }

        /**
         * Returns how well the letter frequencies of a text fit the languages of this group, from 0 to 100. Returns 0
         * for a text that is too short.
         */
        int confidence(byte[] text, Charset charset) {
            byte[] bytes = new String(text, charset).getBytes(Charset.forName(reference));
            int best = 0;
            for (CharsetMatch match : matches(bytes)) {
                best = has(match.getName()) ? Math.max(best, match.getConfidence()) : best;
            }
            return best;
        }

        /** Returns the encodings that letter frequencies suggest, likeliest first. */
        static CharsetMatch[] matches(byte[] text) {
            return new CharsetDetector().setText(text).detectAll();
        }
    }
}
