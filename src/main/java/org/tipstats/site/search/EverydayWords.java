package org.tipstats.site.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Words that people use for the subjects of figures and pages, besides the names and aliases in the schemas. The file
 * {@code everyday-words.csv} lists them.
 */
public final class EverydayWords {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private static final Map<String, List<String>> WORDS = read();
    private static final Set<String> FILLERS = new HashSet<>();

    static {
        of("filler").stream().flatMap(EverydayWords::forms).forEach(FILLERS::add);
    }

    private EverydayWords() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> words = new HashMap<>();
        try (Reader file = new InputStreamReader(
                        EverydayWords.class.getResourceAsStream("everyday-words.csv"), StandardCharsets.UTF_8);
                Stream<CSVRecord> rows = FORMAT.parse(file).stream()) {
            rows.forEach(row -> words.put(
                    row.get("subject"),
                    LocalText.LANGUAGES.stream()
                            .flatMap(language -> Arrays.stream(row.get(language).split(";")))
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the everyday words cannot be read", e);
        }
        return Map.copyOf(words);
    }

    private static Stream<String> forms(String text) {
        return WordForms.words(text).stream()
                .flatMap(word -> Stream.concat(Stream.of(WordForms.plain(word)), WordForms.stems(word).stream()));
    }

    /**
     * Returns the words for a subject, in all languages; empty if the file does not list the subject.
     *
     * @param subject for example the id of a dataflow, the role of a dimension, a role with a code ({@code SEX=F}), or
     *     the path of a page
     */
    public static List<String> of(String subject) {
        return WORDS.getOrDefault(subject, List.of());
    }

    /** Returns the subjects that have words. */
    static Set<String> subjects() {
        return WORDS.keySet();
    }

    /**
     * Returns whether a search may ignore a word, because it is a stop word or only asks for figures, for example
     * "share".
     */
    static boolean isFiller(String word) {
        return WordForms.isStopWord(word) || forms(word).anyMatch(FILLERS::contains);
    }
}
