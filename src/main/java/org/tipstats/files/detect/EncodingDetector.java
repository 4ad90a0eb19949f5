package org.tipstats.files.detect;

import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.files.detect.LanguageSpelling.LanguageGroup;

/**
 * Finds the code page of a text that is not UTF-8. Examines all words that have bytes outside ASCII. A code page is
 * certain in three cases: no other code page allows these words; all code pages that allow these words give the same
 * text; or the letter frequencies fit this code page much better than every other code page. In addition, the letter
 * frequencies must not point to an encoding that this program does not read. Only a limited part of the text is held in
 * memory.
 */
final class EncodingDetector {

    /**
     * The result of the detection.
     *
     * @param charset the encoding, or null if the bytes fit several encodings or none, or if the text is mixed
     * @param mixed true if the text also has parts in UTF-8
     * @param candidates the possible encodings, likeliest first; empty if {@code charset} is known
     */
    record Conclusion(Charset charset, boolean mixed, List<String> candidates) {}

    private static final int MAX_PHRASE = 240;
    private static final int MAX_KNOWN_PHRASES = 4_000;
    private static final int MAX_SAMPLE = 1 << 15;
    /**
     * Smallest lead of the likeliest code page: its fit must be more than this percentage of the fit of the next code
     * page.
     */
    private static final int MIN_LEAD_PERCENT = 140;
    /** The lowest fit of letter frequencies that is evidence for an encoding. Fits go from 0 to 100. */
    private static final int MIN_CONFIDENCE = 30;

    private static final List<String> EAST_ASIAN = List.of("GB18030", "Shift_JIS", "Big5", "EUC-KR");

    private final List<CodePage> supported = pages(Map.of(
            "windows-1252", LanguageGroup.WESTERN,
            "windows-1250", LanguageGroup.CENTRAL,
            "windows-1251", LanguageGroup.CYRILLIC,
            "windows-1256", LanguageGroup.ARABIC));
    private final List<CodePage> rivals = pages(Map.of(
            "ISO-8859-2", LanguageGroup.CENTRAL,
            "KOI8-R", LanguageGroup.CYRILLIC,
            "windows-1253", LanguageGroup.GREEK,
            "windows-1254", LanguageGroup.TURKISH,
            "windows-1255", LanguageGroup.HEBREW,
            "windows-1257", LanguageGroup.BALTIC));

    private final boolean[] occurs = new boolean[256];
    private final Set<String> known = new HashSet<>();
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private final byte[] phrase = new byte[MAX_PHRASE];
    private int length;
    private boolean high;
    private boolean mixed;

    private static List<CodePage> pages(Map<String, LanguageGroup> alphabets) {
        return alphabets.entrySet().stream()
                .filter(entry -> Charset.isSupported(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> new CodePage(entry.getKey(), entry.getValue()))
                .toList();
    }

    void accept(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && endsPhrase(b)) {
                finishPhrase();
                continue;
            }
            if (length == MAX_PHRASE || (length > MAX_PHRASE - 60 && b == ' ')) {
                finishPhrase();
            }
            phrase[length++] = b;
            high |= b < 0;
        }
    }

    private static boolean endsPhrase(byte b) {
        return b < ' ' || (b >= '0' && b <= '9') || b == ',' || b == ';' || b == '|' || b == '"' || b == '=';
    }

    private void finishPhrase() {
        if (high) {
            String text = new String(phrase, 0, length, StandardCharsets.ISO_8859_1);
            if (!known.contains(text)) {
                if (known.size() < MAX_KNOWN_PHRASES) {
                    known.add(text);
                }
                judge();
            }
        }
        length = 0;
        high = false;
    }

    private void judge() {
        for (int i = 0; i < length; i++) {
            occurs[phrase[i] & 0xff] |= phrase[i] < 0;
        }
        byte[] text = Arrays.copyOf(phrase, length);
        supported.forEach(page -> page.accept(text));
        rivals.forEach(page -> page.accept(text));
        mixed |= MixedEncoding.anyIn(text);
        if (sample.size() + length < MAX_SAMPLE) {
            sample.write(text, 0, length);
            sample.write('\n');
        }
    }

    /**
     * Returns the conclusion from the text accepted so far.
     *
     * @param utf8 true if an earlier part of the text is in UTF-8
     */
    Conclusion conclude(boolean utf8) {
        finishPhrase();
        mixed |= utf8;
        CharsetMatch[] matches = LanguageGroup.matches(sample.toByteArray());
        CodePage best = mixed ? null : best();
        if (best == null || isContradicted(best, matches)) {
            return new Conclusion(null, mixed, candidates(matches));
        }
        return new Conclusion(best.charset(), false, List.of());
    }

    /**
     * Returns the most likely code page. Returns null if no code page is possible, if another code page is almost as
     * likely and gives a different text, or if this program does not read the most likely code page.
     */
    private CodePage best() {
        Map<CodePage, Integer> fits = new HashMap<>();
        boolean written = supported.stream().anyMatch(page -> page.isExplained() && !page.isMostlyCapitals());
        List<CodePage> left =
                explained().filter(page -> !written || !page.isMostlyCapitals()).toList();
        boolean same = left.stream().allMatch(page -> sameText(page, left.get(0)));
        for (CodePage page : left) {
            fits.put(page, same ? 0 : page.alphabet().confidence(sample.toByteArray(), page.charset()));
        }
        CodePage best = null;
        for (CodePage page : left) {
            if (best == null || (!sameText(page, best) && fits.get(page) > fits.get(best))) {
                best = page;
            }
        }
        for (CodePage page : left) {
            if (!sameText(page, best) && fits.get(page) * MIN_LEAD_PERCENT >= fits.get(best) * 100) {
                return null;
            }
        }
        return supported.contains(best) ? best : null;
    }

    private Stream<CodePage> explained() {
        return Stream.concat(supported.stream(), rivals.stream()).filter(CodePage::isExplained);
    }

    private boolean sameText(CodePage one, CodePage other) {
        for (int i = 0x80; i < 0x100; i++) {
            if (occurs[i] && one.characterOf(i) != other.characterOf(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the letter frequencies point to an encoding that this program does not read. */
    private boolean isContradicted(CodePage page, CharsetMatch[] matches) {
        int own = page.alphabet().confidence(sample.toByteArray(), page.charset());
        return Stream.of(matches)
                .filter(match -> supported.stream().noneMatch(p -> p.alphabet().has(match.getName())))
                .anyMatch(match -> match.getConfidence() >= MIN_CONFIDENCE && match.getConfidence() > own + 10);
    }

    private List<String> candidates(CharsetMatch[] matches) {
        Set<String> names = new LinkedHashSet<>();
        if (mixed) {
            names.add("UTF-8");
        }
        explained().map(page -> page.charset().name()).forEach(names::add);
        Stream.of(matches)
                .filter(match -> match.getConfidence() >= MIN_CONFIDENCE)
                .filter(match ->
                        !LanguageGroup.WESTERN.has(match.getName()) && !LanguageGroup.CENTRAL.has(match.getName()))
                .limit(2)
                .map(CharsetMatch::getName)
                .forEach(names::add);
        if (names.isEmpty()) {
            EAST_ASIAN.stream().filter(this::isEastAsian).forEach(names::add);
        }
        if (names.isEmpty() || (mixed && names.size() == 1)) {
            supported.stream()
                    .filter(CodePage::isPossible)
                    .map(page -> page.charset().name())
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    private boolean isEastAsian(String encoding) {
        return Charset.isSupported(encoding)
                && new String(sample.toByteArray(), Charset.forName(encoding))
                        .chars()
                        .allMatch(c -> c < 0x80
                                || Character.isIdeographic(c)
                                || (c >= 0x3000 && c < 0xE000)
                                || c > 0xFF00 && c < 0xFFF0);
    }
}
