package org.tipstats.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests that messages of all rooms say the same in six languages. */
class MailTextsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "tipstats");

    private static Properties texts(Path english, String language) {
        Path file = english.resolveSibling(
                english.getFileName().toString().replace("_en.properties", "_" + language + ".properties"));
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    private static Map<String, Set<String>> blanks(Path english, String language) {
        Properties texts = texts(english, language);
        Map<String, Set<String>> blanks = new TreeMap<>();
        texts.stringPropertyNames()
                .forEach(key -> blanks.put(
                        key,
                        new TreeSet<>(
                                new MessageFormat(texts.getProperty(key), new ULocale(language)).getArgumentNames())));
        return blanks;
    }

    @Test
    void everyLanguageHasTheSameTexts() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            files = all.filter(file -> file.getFileName().toString().matches("(mail|digest|invitation)_en.properties"))
                    .toList();
        }
        assertTrue(files.size() >= 5, files.toString());
        files.forEach(file -> LocalText.LANGUAGES.forEach(
                language -> assertEquals(blanks(file, "en"), blanks(file, language), file + " in " + language)));
    }

    /** U+202E makes the text after it run from right to left: "exe.csv" looks like "vsc.exe". */
    @Test
    void aTextCannotTurnTheTextAroundIt() {
        MailText text =
                new MailText("Fi\u202Ele\r\nreturned\u2069", List.of("Too\u2066 high.\r\n\r\nA\u0007b"), "/desk");
        assertEquals("File returned", text.subject());
        assertEquals(List.of("Too high.\n\nAb"), text.paragraphs());
    }

    /** An answer on the day of the deadline is in time. */
    @ParameterizedTest
    @CsvSource({
        "en, by {",
        "fr, au plus tard le {",
        "es, a más tardar el {",
        "ru, не позднее {",
        "zh, 最迟于",
        "ar, في موعد أقصاه {"
    })
    void everyLanguageSaysThatTheLastDayCounts(String language, String by) {
        Map.of(
                        "collect/rounds/mail",
                        List.of("asked.subject"),
                        "publish/consult/mail",
                        List.of("consulted.subject", "consulted"),
                        "site/frame/texts",
                        List.of("consult.until", "rounds.until", "due.asked.part"))
                .forEach((file, keys) -> {
                    Properties texts = texts(RESOURCES.resolve(file + "_en.properties"), language);
                    keys.forEach(key -> assertTrue(texts.getProperty(key).contains(by), texts.getProperty(key)));
                });
    }
}
