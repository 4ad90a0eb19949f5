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
import org.tipstats.vocabulary.schema.LocalText;

/** Tests that messages of all rooms say the same in six languages. */
class MailTextsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "tipstats");

    private static Map<String, Set<String>> blanks(Path english, String language) {
        Path file = english.resolveSibling(
                english.getFileName().toString().replace("_en.properties", "_" + language + ".properties"));
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
}
