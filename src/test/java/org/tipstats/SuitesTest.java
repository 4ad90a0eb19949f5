package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;

/**
 * A test that no suite selects would never run, and one that two select would run twice. The test of the licences has a step
 * of its own in the build.
 */
class SuitesTest {

    private static final List<Class<?>> SUITES = List.of(SiteTests.class, ServiceTests.class, OtherRoomsTests.class);
    private static final Path SOURCES = Path.of("src", "test", "java");

    @Test
    void everyTestBelongsToExactlyOneSuite() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(
                            each -> each.toString().endsWith("Test.java") && !each.endsWith("LicencesTest.java"))
                    .toList()) {
                String path = SOURCES.relativize(file).toString();
                String name =
                        path.substring(0, path.length() - ".java".length()).replace('/', '.');
                List<String> found = SUITES.stream()
                        .filter(suite -> selects(suite, name))
                        .map(Class::getSimpleName)
                        .toList();
                if (found.size() != 1) {
                    faults.add(name + " is in " + found);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static boolean selects(Class<?> suite, String name) {
        SelectClasses single = suite.getAnnotation(SelectClasses.class);
        ExcludePackages others = suite.getAnnotation(ExcludePackages.class);
        ExcludeClassNamePatterns excluded = suite.getAnnotation(ExcludeClassNamePatterns.class);
        boolean selected = isBelow(suite.getAnnotation(SelectPackages.class).value(), name)
                || single != null && List.of(single.names()).contains(name);
        return selected
                && (others == null || !isBelow(others.value(), name))
                && (excluded == null || !anyMatches(excluded.value(), name));
    }

    private static boolean anyMatches(String[] patterns, String name) {
        return Arrays.stream(patterns).anyMatch(name::matches);
    }

    private static boolean isBelow(String[] packages, String name) {
        return Arrays.stream(packages).anyMatch(each -> name.startsWith(each + "."));
    }
}
