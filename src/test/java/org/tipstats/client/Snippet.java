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
 * A block of code that the documentation shows. Tests take it from the page itself, so that what people copy is what works.
 *
 * @param heading what it stands below
 * @param language of the code, as the page marks it
 */
public record Snippet(String heading, String language, String text) {

    private static final String FENCE = "```";

    /** All blocks of a page, in order. */
    public static List<Snippet> of(String page) throws IOException {
        List<Snippet> found = new ArrayList<>();
        String heading = "";
        List<String> code = null;
        String language = "";
        for (String line : Files.readAllLines(Path.of("src", "docs", page))) {
            if (line.startsWith(FENCE)) {
                if (code == null) {
                    code = new ArrayList<>();
                    language = line.substring(FENCE.length());
                } else {
                    found.add(new Snippet(heading, language, String.join("\n", code) + "\n"));
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

    /** The blocks of a language below a heading, of which there must be as many. */
    public static List<Snippet> below(String page, String heading, String language, int number) throws IOException {
        List<Snippet> found = of(page).stream()
                .filter(each -> each.heading.equals(heading) && each.language.equals(language))
                .toList();
        assertEquals(number, found.size(), page + ", " + heading + ", " + language);
        return found;
    }

    /** The code with the address of the service that is there instead of the demo's. */
    public String at(URI service) {
        assertTrue(text.contains("http://localhost:8080"), "it does not say where the service is: " + text);
        return text.replace("http://localhost:8080", service.toString().replaceFirst("/$", ""));
    }
}
