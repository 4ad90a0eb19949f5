package org.tipstats.files.csv;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/** A group of languages that share code pages, and how well the letters of a text fit it by their frequency. */
enum Alphabet {
    WESTERN(Writing.WESTERN, "windows-1252", "ISO-8859-1"),
    CENTRAL(Writing.CENTRAL, "ISO-8859-2", "windows-1250"),
    CYRILLIC(Writing.CYRILLIC, "windows-1251"),
    ARABIC(Writing.ARABIC, "windows-1256"),
    TURKISH(Writing.TURKISH, "ISO-8859-9", "windows-1254"),
    GREEK(Writing.GREEK, "ISO-8859-7", "windows-1253"),
    HEBREW(Writing.HEBREW, "ISO-8859-8", "ISO-8859-8-I", "windows-1255"),
    /** Nothing is known of its frequencies. */
    BALTIC(Writing.BALTIC, "windows-1257");

    private final List<Writing> languages;
    private final String reference;
    private final Set<String> names;

    /** @param reference the encoding in which frequencies are known, under its name or one of the others */
    Alphabet(List<Writing> languages, String reference, String... others) {
        this.languages = languages;
        this.reference = reference;
        this.names = Set.copyOf(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(reference), java.util.stream.Stream.of(others))
                .toList());
    }

    List<Writing> languages() {
        return languages;
    }

    /** Whether texts of these languages come in the encoding. */
    boolean has(String encoding) {
        return names.contains(encoding);
    }

    /** How well a text fits by the frequency of its letters, from 0 to 100; a short one says nothing and gets 0. */
    int fit(byte[] text, Charset charset) {
        byte[] bytes = new String(text, charset).getBytes(Charset.forName(reference));
        int best = 0;
        for (CharsetMatch match : matches(bytes)) {
            best = has(match.getName()) ? Math.max(best, match.getConfidence()) : best;
        }
        return best;
    }

    /** The encodings that the bytes may be in by the frequency of letters, the likeliest first. */
    static CharsetMatch[] matches(byte[] text) {
        return new CharsetDetector().setText(text).detectAll();
    }
}
