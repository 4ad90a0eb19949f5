package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.site.frame.Frame.Theme;
import org.tipstats.validate.findings.Severity;

@Execution(ExecutionMode.CONCURRENT)
class PageTextsTest {

    private static final Path SCRIPT = Path.of("src/main/resources/web/file-drop.js");
    private static final Pattern SAID = Pattern.compile("say\\('([\\w.]+)'|\\? '(\\w+)' : '(\\w+)'");
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    /** Collecting all texts takes longer than comparing them. */
    private static final Map<String, Map<String, String>> ALL = new ConcurrentHashMap<>();

    private final PageTexts english = PageTexts.in("en");

    private static Map<String, String> all(String language) {
        return ALL.computeIfAbsent(language, each -> PageTexts.in(each).all());
    }

    @Test
    void aPatternIsFilledInAndCountsProperly() {
        assertEquals("1 value", english.say("data.values", "n", 1));
        assertEquals("17,062 values", english.say("data.values", "n", 17062));
        assertEquals("2 кода", PageTexts.in("ru").say("methods.codes", "n", 2));
        assertEquals("5 кодов", PageTexts.in("ru").say("methods.codes", "n", 5));
        assertEquals("رمزان", PageTexts.in("ar").say("methods.codes", "n", 2));
        assertEquals("11 رمزا", PageTexts.in("ar").say("methods.codes", "n", 11), "digits as in the files");
    }

    @Test
    void daysAreWrittenAsTheirReadersDo() {
        Instant day = Instant.parse("2018-05-03T09:05:00Z");

        assertEquals("3 May 2018", new DayTexts(english).day(day));
        assertEquals("3 mai 2018", new DayTexts(PageTexts.in("fr")).day(day));
        assertEquals("2018年5月3日", new DayTexts(PageTexts.in("zh")).day(day));
        assertTrue(new DayTexts(PageTexts.in("ar")).day(day).contains("2018"), "digits as in the files");
        assertTrue(new DayTexts(PageTexts.in("ru")).time(day).endsWith("09:05 UTC"));
    }

    @Test
    void aKeyThatIsNotThereIsNeverShown() {
        assertThrows(IllegalArgumentException.class, () -> english.say("no.such.text"));
        assertThrows(IllegalArgumentException.class, () -> PageTexts.in("de"));
    }

    /** A later text would silently replace an earlier one with the same key. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void noKeyStandsTwice(String language) throws IOException {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (String line : Files.readAllLines(
                Path.of("src/main/resources/org/tipstats/site/frame/texts_" + language + ".properties"))) {
            int end = line.indexOf(" = ");
            if (!line.startsWith("#") && end > 0 && !seen.add(line.substring(0, end))) {
                twice.add(line.substring(0, end));
            }
        }

        assertTrue(seen.size() > 500, "the texts were not found");
        assertEquals(Set.of(), twice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ru", "ar", "zh"})
    void everyLanguageSaysTheSameThings(String language) {
        Map<String, String> texts = all(language);

        assertEquals(all("en").keySet(), texts.keySet());
        Map<String, Set<String>> blanks = new TreeMap<>();
        all("en").forEach((key, text) -> {
            Set<String> translated = arguments(texts.get(key), language);
            if (!arguments(text, "en").equals(translated)) {
                blanks.put(key, translated);
            }
        });
        assertEquals(Map.of(), blanks, "placeholders must be those of the English text");
        texts.forEach((key, text) -> assertFalse(text.isBlank(), key));
    }

    /**
     * A sentence that was copied from the English file is not translated yet. Names and signs may be equal in all
     * languages.
     */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ru", "ar", "zh"})
    void noSentenceIsEnglishStill(String language) {
        Map<String, String> same = new TreeMap<>();
        all(language).forEach((key, text) -> {
            if (text.equals(all("en").get(key)) && text.split(" ").length > 2) {
                same.put(key, text);
            }
        });

        assertEquals(Map.of(), same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void theScriptHasEverySentence(String language) throws IOException {
        Map<String, String> script = PageTexts.in(language).script();
        Set<String> said = SAID.matcher(Files.readString(SCRIPT))
                .results()
                .flatMap(PageTextsTest::groups)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(said.size() >= 20, "the sentences were not found: " + said);

        assertEquals(said, script.keySet());
        script.forEach((key, text) -> assertEquals(blanks(english.script().get(key)), blanks(text), key));
    }

    @Test
    void whatAReportAndAnAccountNameHasItsWord() {
        Set.of("comma", "semicolon", "tab", "pipe").forEach(name -> english.say("filereport.delimiter." + name));
        for (Severity severity : Severity.values()) {
            english.say("severity." + severity.word());
            english.say("filereport.severity." + severity.word());
            english.say("filereport.count." + severity.word(), "n", 2);
        }
        AccountRole.ids().forEach(role -> english.say("role." + role));
        for (Section section : Section.values()) {
            english.say(section.textKey());
        }
        for (Theme theme : Theme.values()) {
            english.say("theme." + theme.id());
        }
    }

    private static Set<String> arguments(String text, String language) {
        return new TreeSet<>(new MessageFormat(text, ULocale.forLanguageTag(language)).getArgumentNames());
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> groups(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull);
    }

    @Test
    void theNextMorningIsAnotherDay() {
        Instant evening = Instant.parse("2026-12-01T20:38:00Z");
        assertEquals(0, DayTexts.between(evening, Instant.parse("2026-12-01T23:59:59Z")));
        assertEquals(1, DayTexts.between(evening, Instant.parse("2026-12-02T09:00:00Z")));
        assertEquals(31, DayTexts.between(evening, Instant.parse("2027-01-01T00:00:00Z")));
        assertEquals(0, DayTexts.between(evening, Instant.parse("2026-11-30T09:00:00Z")));
    }

    @Test
    void punctuationIsThatOfTheLanguage() {
        Map<String, Object> values = Map.of("id", "2-2017", "date", "3 мая 2018 г.");
        String russian = PageTexts.in("ru").say("explorer.release", values);
        assertTrue(russian.endsWith("2018 г."), russian);
        assertEquals("a, b", english.joined(List.of("a", "b")));
        assertEquals("a، b", PageTexts.in("ar").joined(List.of("a", "b")));
        assertEquals("a，b", PageTexts.in("zh").joined(List.of("a", "b")));
        assertEquals("A。B", PageTexts.in("zh").say("cite.figure", "what", "A", "citation", "B"));
    }

    @Test
    void anIdentifierKeepsItsOrderInTextFromRightToLeft() {
        Map<String, Object> values = Map.of("id", "2-2017", "date", "2018");
        assertTrue(PageTexts.in("ar").say("explorer.release", values).contains("\u20682-2017\u2069"));
        assertTrue(english.say("explorer.release", values).contains("Release 2-2017,"));
    }

    @Test
    void theFirstDayOfAMonthIsAnOrdinalNumberInFrench() {
        DayTexts french = PageTexts.in("fr").days();
        assertEquals("1er décembre 2026", french.day(Instant.parse("2026-12-01T09:00:00Z")));
        assertTrue(french.time(Instant.parse("2026-12-01T09:00:00Z")).startsWith("1er décembre"));
        assertEquals("11 décembre 2026", french.day(Instant.parse("2026-12-11T09:00:00Z")));
        assertEquals("1 de diciembre de 2026", PageTexts.in("es").days().day(Instant.parse("2026-12-01T09:00:00Z")));
    }

    @Test
    void oneCountryIsSingular() {
        Map<String, Object> one = Map.of("area", "A", "year", "2016", "n", 1, "all", 29, "areas", 29, "share", "3");
        assertTrue(PageTexts.in("fr").say("area.coverage", one).contains("1 pays ou territoire sur 29 a communiqué"));
        assertEquals(
                "1 pays ou territoire sur 29 a communiqué", PageTexts.in("fr").say("coverage.of", one));
        assertEquals("comunicó 1 de 29 países y territorios", PageTexts.in("es").say("coverage.of", one));
        for (String key : List.of("explorer.coverage", "flows.sum", "finding.reporters.counted")) {
            String french = PageTexts.in("fr").say(key, Map.of("n", "1", "reporting", "1", "areas", "29", "all", "29"));
            assertFalse(french.contains("1 pays") || french.contains(" ont "), french);
        }
    }

    @Test
    void aDeadlineThatIsNotTheEndOfADayHasItsTime() {
        assertEquals("31 December 2026", Formats.deadline(Instant.parse("2026-12-31T23:59:59Z"), english));
        assertEquals("1 January 2027 at 00:00 UTC", Formats.deadline(Instant.parse("2027-01-01T00:00:00Z"), english));
    }
}
