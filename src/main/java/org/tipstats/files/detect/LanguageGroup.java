package org.tipstats.files.detect;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

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

    /**
     * Creates an alphabet.
     *
     * @param reference the encoding for which letter frequencies are known
     * @param others other names and encodings of the same alphabet
     */
    LanguageGroup(List<LanguageSpelling> languages, String reference, String... others) {
        this.languages = languages;
        this.reference = reference;
        this.names = Set.copyOf(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(reference), java.util.stream.Stream.of(others))
                .toList());
    }

    List<LanguageSpelling> languages() {
        return languages;
    }

    /** Returns whether the encoding is one of this alphabet. */
    boolean has(String encoding) {
        return names.contains(encoding);
    }

    /** Returns how well the letter frequencies of a text fit, from 0 to 100. A text that is too short gets 0. */
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
