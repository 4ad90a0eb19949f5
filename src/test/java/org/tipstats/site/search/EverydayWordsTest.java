package org.tipstats.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

class EverydayWordsTest {

    private static final Path FILE = Path.of("src/main/resources/org/tipstats/site/search/everyday-words.csv");

    /** A subject that nothing has would never find anything. */
    @Test
    void everySubjectIsThere() {
        Set<String> known = new TreeSet<>(Set.of("filler", "victim", "map"));
        SampleCubes.SCHEMAS.dataflows().stream().map(Dataflow::id).forEach(known::add);
        Stream.of(Role.values()).map(Role::name).forEach(known::add);
        SampleCubes.SCHEMAS.dataflows().stream()
                .flatMap(flow -> flow.structure().dimensions().stream())
                .filter(dimension -> !dimension.isTime())
                .forEach(dimension ->
                        dimension.codes().codes().forEach(code -> known.add(dimension.role() + "=" + code.id())));
        new PageSource(SampleCubes.SCHEMAS)
                .documents(Optional.empty()).stream().map(SearchDocument::path).forEach(known::add);

        Set<String> unknown = new TreeSet<>(EverydayWords.subjects());
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyRowHasWordsInEveryLanguage() throws IOException {
        List<String> rows = Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals("subject,en,fr,es,ru,ar,zh", rows.get(0));
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            assertEquals(7, cells.length, row);
            for (String cell : cells) {
                for (String word : cell.split(";", -1)) {
                    assertFalse(word.isEmpty() || !word.equals(word.strip()), row);
                }
            }
        }
        assertTrue(rows.size() > 40, "the words were not found");
    }

    /** Words that blame people or take other things for trafficking. */
    @ParameterizedTest
    @ValueSource(strings = {"sex work", "sex worker", "prostitute", "illegal", "illegals", "smuggl", "whore", "slaves"})
    void aWordThatBlamesIsNotThere(String word) {
        Set<String> all = EverydayWords.subjects().stream()
                .flatMap(subject -> EverydayWords.of(subject).stream())
                .map(each -> each.toLowerCase(Locale.ROOT))
                .filter(each -> each.contains(word))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), all);
    }

    @Test
    void fillersAreKnownInEveryForm() {
        for (String word : List.of("share", "of", "main", "statistics", "Anteil", "доля", "نسبة", "比例")) {
            assertEquals(!word.equals("Anteil"), EverydayWords.isFiller(word), word);
        }
    }
}
