package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the program brings with it may be passed on under Apache-2.0, and NOTICE says whose it is. */
class LicencesTest {

    /**
     * Licences whose code may come with ours. Of several licences of a component, one of these is enough. The LGPL allows
     * libraries that are linked when the program runs. The classpath exception takes such programs out of the GPL.
     */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "Public Domain",
            "Unicode-3.0");

    private static final Path COMPONENTS = Path.of("target", "bom.json");
    private static final Path NOTICE = Path.of("NOTICE");
    private static final String LIST = "Libraries, by licence:\n\n";

    /** The end of the names of components that exist for each kind of computer. */
    private static final Pattern PLATFORM = Pattern.compile("-(?:linux|darwin|win32|windows)(?:-[\\w-]+)?$");

    /**
     * Returns the licences of each component. Maven makes no list while it is offline; then the test is skipped, except
     * in CI.
     */
    private static Map<String, Set<String>> components() throws IOException {
        boolean listed = Files.exists(COMPONENTS);
        String missing = "there is no " + COMPONENTS + ": the licences are not checked";
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(listed, missing);
        }
        assumeTrue(listed, missing);
        Map<String, Set<String>> components = new TreeMap<>();
        for (JsonNode component :
                new ObjectMapper().readTree(COMPONENTS.toFile()).path("components")) {
            Set<String> licences = new TreeSet<>();
            for (JsonNode each : component.path("licenses")) {
                JsonNode named = each.path("license");
                licences.add(each.path("expression")
                        .asText(named.path("id").asText(named.path("name").asText())));
            }
            String name = component.path("group").asText() + ":"
                    + PLATFORM.matcher(component.path("name").asText()).replaceFirst("");
            components.put(name, licences);
        }
        return components;
    }

    @Test
    void everyComponentMayBePassedOn() throws IOException {
        Map<String, Set<String>> refused = components();
        assertTrue(refused.size() > 200, "the list of components is incomplete");
        refused.values().removeIf(licences -> licences.stream().anyMatch(ALLOWED::contains));
        assertEquals(Map.of(), refused);
    }

    /** Run with {@code -Dgolden.update=true} to write the list again. */
    @Test
    void noticeNamesEveryComponentAndItsLicence() throws IOException {
        Map<String, List<String>> byLicence = new TreeMap<>();
        components()
                .forEach((name, licences) -> byLicence
                        .computeIfAbsent(String.join(" or ", licences), none -> new ArrayList<>())
                        .add(name));
        StringBuilder list = new StringBuilder();
        byLicence.forEach((licence, names) -> {
            list.append(licence).append('\n');
            names.forEach(name -> list.append("  ").append(name).append('\n'));
        });
        String notice = Files.readString(NOTICE);
        int begin = notice.indexOf(LIST) + LIST.length();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(NOTICE, notice.substring(0, begin) + list);
        }
        assertEquals(list.toString(), Files.readString(NOTICE).substring(begin));
    }
}
