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
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;

/** A test that no suite selects would never run, and one that two select would run twice. */
class SuitesTest {

    private static final List<Class<?>> SUITES = List.of(SiteTests.class, ServiceTests.class, OtherRoomsTests.class);
    private static final Path SOURCES = Path.of("src", "test", "java");

    @Test
    void everyTestBelongsToExactlyOneSuite() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                String name = SOURCES.relativize(file).toString().replace('/', '.');
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
        ExcludePackages others = suite.getAnnotation(ExcludePackages.class);
        return isBelow(suite.getAnnotation(SelectPackages.class).value(), name)
                && (others == null || !isBelow(others.value(), name));
    }

    private static boolean isBelow(String[] packages, String name) {
        return Arrays.stream(packages).anyMatch(each -> name.startsWith(each + "."));
    }
}
