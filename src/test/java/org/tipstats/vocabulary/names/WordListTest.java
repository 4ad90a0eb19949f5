package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.SchemaFilesOnDisk;

/** Checks the lists of words themselves: their shape, and that no word has two meanings. */
class WordListTest {

    private static final String NATIONAL = "national-words.csv";
    private static final String TABLE = "table-words.csv";
    private static final SchemaFilesOnDisk SCHEMAS = SchemaFilesOnDisk.read();

    private static final Set<String> KINDS = Stream.concat(
                    IntStream.rangeClosed(1, 12).mapToObj(month -> "month:" + month),
                    Stream.of("year quarter total subtotal sex age form citizenship area unit value status note rate"
                                    + " population rank change cases victims persons convicted prosecuted trafficking smuggling"
                                    + " missing suppressed serial source of-which including national not")
                            .flatMap(kinds -> Arrays.stream(kinds.split(" "))))
            .collect(Collectors.toCollection(TreeSet::new));

    /** One meaning of one word. */
    private record Meaning(String language, String component, String word, String code) {}

    private static List<Meaning> meanings() {
        List<Meaning> meanings = new ArrayList<>();
        for (String[] row : WordList.rows(NATIONAL)) {
            String[] components = row[1].replaceAll("[()]", "").split("\\+");
            String[] codes = row[3].replaceAll("[()]", "").split("\\+");
            assertEquals(components.length, codes.length, String.join(",", row));
            for (String word : row[2].split(";")) {
                // What a word means only beside its counterpart may differ from what it means alone.
                int sure = row[1].contains("(") ? 1 : components.length;
                for (int i = 0; i < sure; i++) {
                    meanings.add(new Meaning(row[0], components[i], WordText.fold(word), codes[i]));
                }
            }
        }
        return meanings;
    }

    private static Set<String> codes(String component) {
        return SCHEMAS.codes("CL_" + component).stream()
                .map(code -> code.path("id").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void everyRowIsComplete() {
        for (String[] row : WordList.rows(NATIONAL)) {
            assertEquals(4, row.length, String.join(",", row));
        }
        for (String[] row : WordList.rows(TABLE)) {
            assertEquals(3, row.length, String.join(",", row));
        }
        Stream.of(NATIONAL, TABLE).flatMap(file -> WordList.rows(file).stream()).forEach(row -> {
            String[] words = row[2].split(";", -1);
            assertEquals(List.of(), Arrays.stream(words).filter(String::isBlank).toList(), String.join(",", row));
            assertEquals(words.length, Set.of(row[2].split(";")).size(), String.join(",", row));
        });
    }

    @Test
    void everyCodeIsInItsList() {
        List<Meaning> unknown = meanings().stream()
                .filter(meaning -> !meaning.component().equals(NationalWords.ANY))
                .filter(meaning -> !codes(meaning.component()).contains(meaning.code()))
                .toList();
        assertEquals(List.of(), unknown);
        for (String[] row : WordList.rows(NATIONAL)) {
            if (row[1].contains("(+AGE)")) {
                assertEquals("Y_GE18)", row[3].split("\\+")[1], row[2]);
            }
        }
    }

    @Test
    void theComponentsOfTotalAndUnknownHaveThem() {
        for (String code : List.of("_T", "_U")) {
            String word = code.equals("_T") ? "total" : "unknown";
            for (String component : List.of("SEX", "AGE", "EXPLOITATION", "CITIZENSHIP", "SUPPORT", "VICTIM_STATUS")) {
                assertEquals(
                        codes(component).contains(code),
                        NationalWords.all().code(component, word).isPresent(),
                        component + " " + word);
            }
        }
    }

    @Test
    void noWordHasTwoCodesOfOneComponent() {
        Map<String, Set<String>> codes = new TreeMap<>();
        for (Meaning meaning : meanings()) {
            codes.computeIfAbsent(meaning.component() + ":" + meaning.word(), none -> new TreeSet<>())
                    .add(meaning.code());
        }
        codes.values().removeIf(found -> found.size() == 1);
        assertEquals(Map.of(), codes);
    }

    @Test
    void noWordContradictsTheNamesInTheCodeLists() {
        Map<String, Set<String>> named = new HashMap<>();
        for (String component : List.of("SEX", "AGE", "EXPLOITATION", "OFFENCE", "STAGE", "UNIT_MEASURE")) {
            for (JsonNode code : SCHEMAS.codes("CL_" + component)) {
                for (String name : names(code)) {
                    named.computeIfAbsent(component + ":" + WordText.fold(name), none -> new TreeSet<>())
                            .add(code.path("id").asText());
                }
            }
        }
        List<Meaning> contradicting = meanings().stream()
                .filter(meaning -> {
                    Set<String> codes = named.get(meaning.component() + ":" + meaning.word());
                    return codes != null && !codes.contains(meaning.code());
                })
                .toList();
        assertEquals(List.of(), contradicting);
    }

    private static List<String> names(JsonNode code) {
        List<String> names = new ArrayList<>();
        code.path("names").forEach(name -> names.add(name.asText()));
        code.path("annotations").forEach(annotation -> {
            if (annotation.path("type").asText().equals("ALIASES")) {
                names.addAll(List.of(annotation.path("value").asText().split(";")));
            }
        });
        return names;
    }

    @Test
    void everyKindIsKnown() {
        Set<String> used = WordList.rows(TABLE).stream().map(row -> row[1]).collect(Collectors.toSet());
        assertEquals(KINDS, new TreeSet<>(used));
    }

    @Test
    void everyLanguageHasTheWordsOfAUsualTable() {
        Set<String> needed = Set.of(
                "SEX:F",
                "SEX:M",
                "AGE:Y0T17",
                "AGE:Y_GE18",
                "EXPLOITATION:SEX",
                "EXPLOITATION:LAB",
                "OFFENCE:0204",
                "EXPLOITATION:OTH_BEG",
                "UNIT_MEASURE:NUMBER",
                "UNIT_MEASURE:PER_100000_POP",
                "*:_T",
                "*:_U");
        Map<String, Set<String>> known = new TreeMap<>();
        meanings()
                .forEach(meaning -> known.computeIfAbsent(meaning.language(), none -> new TreeSet<>())
                        .add(meaning.component() + ":" + meaning.code()));
        known.remove("mul");
        known.values().forEach(codes -> codes.retainAll(needed));
        known.forEach((language, codes) -> assertEquals(new TreeSet<>(needed), codes, language));
        Map<String, Set<String>> kinds = new TreeMap<>();
        WordList.rows(TABLE)
                .forEach(row ->
                        kinds.computeIfAbsent(row[0], none -> new TreeSet<>()).add(row[1]));
        kinds.remove("mul");
        assertEquals(known.keySet(), kinds.keySet());
        kinds.forEach((language, has) -> assertEquals(KINDS, has, language));
    }

    @Test
    void everyLanguageNamesItsSources() throws IOException {
        for (String file : List.of(NATIONAL, TABLE)) {
            try (InputStream in = WordList.class.getResourceAsStream(file)) {
                Set<String> described = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.matches("# [a-z]{2,3}: .+"))
                        .map(line -> line.substring(2, line.indexOf(':')))
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<String> used =
                        WordList.rows(file).stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));
                assertEquals(used, described, file);
            }
        }
    }
}
