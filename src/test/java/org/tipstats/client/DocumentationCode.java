package org.tipstats.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of code in the documentation. Tests read it from the page itself, so that the code that people copy works.
 *
 * @param heading the heading above it
 * @param language the language of the code, as the page marks it
 */
public record DocumentationCode(String heading, String language, String text) {

    private static final String FENCE = "```";

    /** Returns all blocks of a page, in order. */
    public static List<DocumentationCode> of(String page) throws IOException {
        List<DocumentationCode> found = new ArrayList<>();
        String heading = "";
        List<String> code = null;
        String language = "";
        for (String line : Files.readAllLines(Path.of("src", "docs", page))) {
            if (line.startsWith(FENCE)) {
                if (code == null) {
                    code = new ArrayList<>();
                    language = line.substring(FENCE.length());
                } else {
                    found.add(new DocumentationCode(heading, language, String.join("\n", code) + "\n"));
                    code = null;
                }
            } else if (code != null) {
                code.add(line);
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ ", "");
            }
        }
        return found;
    }

    /**
     * Returns the blocks of a language below a heading.
     *
     * @param number the number of blocks that there must be
     */
    public static List<DocumentationCode> below(String page, String heading, String language, int number)
            throws IOException {
        List<DocumentationCode> found = of(page).stream()
                .filter(each -> each.heading.equals(heading) && each.language.equals(language))
                .toList();
        assertEquals(number, found.size(), page + ", " + heading + ", " + language);
        return found;
    }

    /** Returns the code with the address of the given service instead of that of the demo. */
    public String at(URI service) {
        assertTrue(text.contains("http://localhost:8080"), "it does not say where the service is: " + text);
        return text.replace("http://localhost:8080", service.toString().replaceFirst("/$", ""));
    }
}
