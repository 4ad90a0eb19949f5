package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.CodeList;

/** Compares suggestions for labels as people write them with lists made by hand. */
class LabelSuggestionsTest {

    private static final double ACCURATE = 0.95;

    private static final CodeList AREAS = list("CL_AREA");

    /**
     * A line of a list.
     *
     * @param expected the expected codes, in the order of the code list
     */
    private record Label(String codes, String text, List<String> expected) {

        List<String> found() {
            return Suggestions.of(list(codes)).forText(text);
        }

        boolean right() {
            return found().equals(expected);
        }

        boolean namesOneCountry() {
            return expected.size() == 1 && AREAS.find(expected.get(0)).isPresent();
        }

        String miss() {
            return text + " -> " + found() + " instead of " + expected;
        }
    }

    private static CodeList list(String id) {
        return Given.SCHEMAS.codeList(id).orElseThrow();
    }

    private static List<Label> labels(String file) {
        try (InputStream in = LabelSuggestionsTest.class.getResourceAsStream("/suggestions/" + file)) {
            List<Label> labels = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) {
                    String codes = cells.length > 2 ? cells[0] : "CL_CITIZENSHIP";
                    String expected = cells[cells.length - 1];
                    labels.add(new Label(
                            codes,
                            cells[cells.length - 2],
                            expected.equals("-") ? List.of() : List.of(expected.split(" "))));
                }
            }
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> misses(List<Label> labels, Predicate<Label> which) {
        return labels.stream()
                .filter(which)
                .filter(label -> !label.right())
                .map(Label::miss)
                .toList();
    }

    private static void assertAccurate(List<Label> labels) {
        long all = labels.stream().filter(Label::namesOneCountry).count();
        List<String> misses = misses(labels, Label::namesOneCountry);
        double share = 1 - (double) misses.size() / all;
        assertTrue(share >= ACCURATE, share + " of " + all + ": " + misses);
    }

    @Test
    void realLabelsOfOneCountryGetItAsTheOnlySuggestion() {
        List<Label> labels = labels("glotip-labels.tsv");
        assertEquals(168, labels.size());
        assertAccurate(labels);
    }

    @Test
    void realLabelsOfSeveralCountriesOrOfNoneGetAllCandidatesOrNothing() {
        assertEquals(List.of(), misses(labels("glotip-labels.tsv"), label -> !label.namesOneCountry()));
    }

    @Test
    void otherLanguagesFormsAndMisspellingsAreKnownAsWell() {
        assertAccurate(labels("other-labels.tsv"));
        assertAccurate(labels("unseen-labels.tsv"));
    }

    @Test
    void otherLabelsOfSeveralCountriesOrOfNoneGetAllCandidatesOrNothing() {
        assertEquals(List.of(), misses(labels("other-labels.tsv"), label -> !label.namesOneCountry()));
    }

    /** A single wrong suggestion would be applied. A miss must therefore give several suggestions or none. */
    @Test
    void whatIsMissedIsNeverGivenAsCertain() {
        for (String file : List.of("glotip-labels.tsv", "other-labels.tsv", "unseen-labels.tsv")) {
            assertEquals(List.of(), misses(labels(file), label -> label.found().size() == 1), file);
        }
    }

    @Test
    void codesOfOtherListsAreKnownByWhatPeopleCallThemInSixLanguages() {
        assertEquals(List.of(), misses(labels("code-labels.tsv"), label -> true));
    }

    /** Each name in six languages must lead to its code. A name that two codes share must lead to both. */
    @Test
    void everyNameOfEveryCodeLeadsToIt() {
        List<String> misses = new ArrayList<>();
        for (CodeList list : Given.SCHEMAS.codeLists()) {
            Suggestions suggestions = Suggestions.of(list);
            list.codes()
                    .forEach(code -> code.name().texts().values().stream()
                            .filter(name -> !suggestions.forText(name).contains(code.id()))
                            .forEach(name -> misses.add(list.id() + " " + code.id() + " " + name)));
        }
        assertEquals(List.of(), misses);
    }
}
