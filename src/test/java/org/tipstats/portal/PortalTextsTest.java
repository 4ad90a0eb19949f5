package org.tipstats.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.report.Severity;

class PortalTextsTest {

    private static final Path SCRIPT = Path.of("src/main/resources/META-INF/resources/assets/check-file.js");
    private static final Pattern SAID = Pattern.compile("say\\('([\\w.]+)'|\\? '(\\w+)' : '(\\w+)'");

    private final PortalTexts texts = new PortalTexts("en");

    @Test
    void aPatternIsFilledInAndCountsProperly() {
        assertEquals("1 value", texts.say("data.values", Map.of("n", 1)));
        assertEquals("17,062 values", texts.say("data.values", Map.of("n", 17062)));
    }

    @Test
    void aKeyThatIsNotThereIsNeverShown() {
        assertThrows(IllegalArgumentException.class, () -> texts.say("no.such.text"));
    }

    @Test
    void everySentenceThatTheScriptSaysIsThere() throws IOException {
        Set<String> said = SAID.matcher(Files.readString(SCRIPT))
                .results()
                .flatMap(PortalTextsTest::groups)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> absent = new TreeSet<>(said);
        absent.removeIf(key -> texts.script().containsKey(key) || texts.script().containsKey(key + ".other"));

        assertFalse(said.size() < 20, "the sentences were not found: " + said);
        assertEquals(Set.of(), absent);
    }

    @Test
    void whatAReportNamesHasItsWord() {
        Set<String> keys = new TreeSet<>(Set.of("comma", "semicolon", "tab", "pipe").stream()
                .map("delimiter."::concat)
                .toList());
        for (Severity severity : Severity.values()) {
            keys.add("severity." + severity.word());
            keys.add(severity.word() + ".one");
        }
        keys.removeAll(texts.script().keySet());

        assertEquals(Set.of(), keys);
    }

    @Test
    void everyPluralHasBothEnglishForms() {
        Set<String> ones = keys(".one");

        assertFalse(ones.isEmpty());
        assertEquals(ones, keys(".other"));
    }

    private Set<String> keys(String ending) {
        return texts.script().keySet().stream()
                .filter(key -> key.endsWith(ending))
                .map(key -> key.substring(0, key.length() - ending.length()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> groups(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull);
    }
}
