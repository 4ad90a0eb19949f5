package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.NationalWords.Match;

/** Reads the texts of {@code language-samples.csv}, which stand in national tables, in all languages. */
class LanguagesTest {

    /** The codes that the text of a column has; all of them in a text that is such a word and nothing else. */
    private static final Map<String, Map<String, String>> CODES = Map.ofEntries(
            Map.entry("women", Map.of("SEX", "F")),
            Map.entry("men", Map.of("SEX", "M")),
            Map.entry("girls", Map.of("SEX", "F", "AGE", "Y0T17")),
            Map.entry("boys", Map.of("SEX", "M", "AGE", "Y0T17")),
            Map.entry("children", Map.of("AGE", "Y0T17")),
            Map.entry("adults", Map.of("AGE", "Y_GE18")),
            Map.entry("total", Map.of(NationalWords.ANY, "_T")),
            Map.entry("unknown", Map.of(NationalWords.ANY, "_U")),
            Map.entry("sexual", Map.of("EXPLOITATION", "SEX", "OFFENCE", "02041")),
            Map.entry("labour", Map.of("EXPLOITATION", "LAB", "OFFENCE", "02042")),
            Map.entry("organs", Map.of("EXPLOITATION", "ORG", "OFFENCE", "02043")),
            Map.entry("begging", Map.of("EXPLOITATION", "OTH_BEG", "OFFENCE", "02044")),
            Map.entry("marriage", Map.of("EXPLOITATION", "OTH_MARR", "OFFENCE", "02044")));

    /** The kinds that the text of a column mentions. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "trafficking", Set.of("trafficking"),
            "victims", Set.of("victims"),
            "cases", Set.of("cases"),
            "persons", Set.of("persons"),
            "rate", Set.of("rate"),
            "percent", Set.of("percent"),
            "area", Set.of("area"),
            "year", Set.of("year"),
            "under", Set.of("below", "up-to"),
            "over", Set.of("above"));

    /** A text of a language, and the column that it stands in. */
    private record Sample(String language, String column, String text) {}

    private static List<Sample> samples() {
        try (InputStream in = LanguagesTest.class.getResourceAsStream("language-samples.csv")) {
            List<String[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
            List<Sample> samples = new ArrayList<>();
            for (String[] row : rows.subList(1, rows.size())) {
                for (int i = 1; i < rows.get(0).length; i++) {
                    samples.add(new Sample(row[0], rows.get(0)[i], row[i]));
                }
            }
            return samples;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isReadAs(Sample sample) {
        Map<String, String> codes = CODES.get(sample.column());
        if (codes == null) {
            return KINDS.get(sample.column()).stream()
                    .anyMatch(kind -> TableWords.all().mentions(kind, sample.text()));
        }
        Map<String, String> found = new HashMap<>();
        NationalWords.all().find(sample.text()).stream().map(Match::codes).forEach(found::putAll);
        return found.equals(codes) || isExactly(codes, sample.text());
    }

    /** A word that counts only where it stands alone, or that has more meanings. */
    private static boolean isExactly(Map<String, String> codes, String text) {
        return codes.entrySet().stream()
                .allMatch(code -> NationalWords.all()
                        .code(code.getKey().equals(NationalWords.ANY) ? "SEX" : code.getKey(), text)
                        .filter(match -> match.codes().containsValue(code.getValue()))
                        .isPresent());
    }

    @Test
    void theWordsOfEachLanguageAreKnown() {
        assertEquals(
                List.of(),
                samples().stream().filter(sample -> !isReadAs(sample)).toList());
    }

    @Test
    void eachLanguageOfTheListsHasSamples() {
        Set<String> listed = WordList.rows("table-words.csv").stream()
                .map(row -> row[0])
                .filter(language -> !language.equals("mul"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, samples().stream().map(Sample::language).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(listed.size() >= 22, listed.toString());
    }

    @Test
    void eachLanguageCanReadLimitsOfAges() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        WordList.rows("reading-words.csv")
                .forEach(row ->
                        kinds.computeIfAbsent(row[0], none -> new TreeSet<>()).add(row[1]));
        kinds.remove("mul");
        Set<String> all = new TreeSet<>(List.of("above", "and-below", "below", "percent", "plain", "up-to"));
        samples().forEach(sample -> {
            Set<String> missing = new TreeSet<>(all);
            missing.removeAll(kinds.getOrDefault(sample.language(), Set.of()));
            assertEquals(Set.of(), missing, sample.language());
        });
    }

    @Test
    void placesAreAreas() {
        for (String place : List.of(
                "г. Ош",
                "Ош ш.",
                "м. Львів",
                "Алматы қ.",
                "Нарын облусу",
                "Wojewodztwo opolskie",
                "Judetul Cluj",
                "Departamento del Cauca",
                "Kabupaten Bogor",
                "Megye: Tolna",
                "Union Territory of Ladakh",
                "云南省")) {
            assertTrue(TableWords.all().mentions("area", place), place);
        }
        for (String other : List.of("2016 г.", "г.", "ш.", "Женщины", "Kadin ve erkek", "Broj žrtava ili slučajeva")) {
            assertTrue(!TableWords.all().mentions("area", other), other);
        }
    }

    @Test
    void genderOfAGrammarIsNotTheSexOfVictims() {
        for (String text : List.of(
                "Víctimas adultas",
                "Vittime adulte",
                "Victimes majeures",
                "Personnes mineures",
                "Victime minore",
                "Viktima të mitura",
                "Maloljetne žrtve",
                "Nezletilé oběti")) {
            List<Match> found = NationalWords.all().find(text);
            assertEquals(
                    List.of(Set.of("AGE")),
                    found.stream().map(match -> match.codes().keySet()).toList(),
                    text);
        }
    }

    @Test
    void formsOfMexicoAndSwedenAreKnown() {
        Map<String, String> forms = Map.of(
                "Trata de personas con fines de esclavitud", "LAB_SLAV",
                "Trata de personas con fines de adopción ilegal", "OTH_ADOPT",
                "Trata de personas con otros fines", "OTH",
                "för organhandel", "ORG",
                "för krigstjänst", "OTH_SOLDIER",
                "övriga ändamål", "OTH",
                "Människohandel, tvångsarbete", "LAB");
        forms.forEach((text, code) -> assertEquals(
                List.of(code),
                NationalWords.all().find(text).stream()
                        .map(match -> match.codes().get("EXPLOITATION"))
                        .toList(),
                text));
    }

    @Test
    void monthsHaveOneNumberExceptWhereLanguagesDiffer() {
        Map<String, Set<String>> months = new TreeMap<>();
        for (String[] row : WordList.rows("table-words.csv")) {
            if (row[1].startsWith("month:")) {
                Arrays.stream(row[2].split(";"))
                        .forEach(word -> months.computeIfAbsent(WordText.fold(word), none -> new TreeSet<>())
                                .add(row[1]));
            }
        }
        months.values().removeIf(numbers -> numbers.size() == 1);
        // Croatian October is November in Polish and Czech.
        assertEquals(Map.of("listopad", Set.of("month:10", "month:11")), months);
    }
}
