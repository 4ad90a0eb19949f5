package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;

/**
 * A test that no suite selects would never run, and one that two select would run twice. The test of the licences has a step
 * of its own in the build.
 */
class SuitesTest {

    private static final List<Class<?>> SUITES =
            List.of(SiteTests.class, ServiceTests.class, OtherRoomsTests.class, PlainTests.class);
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final String LICENCES = "org.tipstats.LicencesTest";

    @Test
    void everyTestBelongsToExactlyOneSuite() throws IOException {
        Map<String, List<String>> faults = new TreeMap<>();
        for (String test : tests()) {
            List<String> suites = suitesOf(test);
            if (suites.size() != 1) {
                faults.put(test, suites);
            }
        }
        assertEquals(Map.of(), faults);
    }

    /** Each process of tests that has a profile builds the program again for it. */
    @Test
    void everyProfileBelongsToOneSuite() throws IOException, ClassNotFoundException {
        Map<String, Set<String>> suites = new TreeMap<>();
        for (String test : tests()) {
            TestProfile profile = load(test).getAnnotation(TestProfile.class);
            if (profile != null) {
                suites.computeIfAbsent(profile.value().getName(), each -> new TreeSet<>())
                        .addAll(suitesOf(test));
            }
        }
        assertFalse(suites.isEmpty());
        suites.values().removeIf(each -> each.size() == 1);
        assertEquals(Map.of(), suites);
    }

    /** So the framework starts in three processes, not in four. */
    @Test
    void noPlainTestStartsTheService() throws IOException, ClassNotFoundException {
        List<String> faults = new ArrayList<>();
        for (String test : tests()) {
            if (selects(PlainTests.class, test) && load(test).isAnnotationPresent(QuarkusTest.class)) {
                faults.add(test);
            }
        }
        assertEquals(List.of(), faults);
    }

    private static Class<?> load(String test) throws ClassNotFoundException {
        return Class.forName(test, false, SuitesTest.class.getClassLoader());
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(path -> path.endsWith("Test.java"))
                    .map(path ->
                            path.substring(0, path.length() - ".java".length()).replace('/', '.'))
                    .filter(name -> !name.equals(LICENCES))
                    .toList();
        }
    }

    private static List<String> suitesOf(String test) {
        return SUITES.stream()
                .filter(suite -> selects(suite, test))
                .map(Class::getSimpleName)
                .toList();
    }

    private static boolean selects(Class<?> suite, String name) {
        SelectClasses single = suite.getAnnotation(SelectClasses.class);
        ExcludePackages others = suite.getAnnotation(ExcludePackages.class);
        IncludeClassNamePatterns included = suite.getAnnotation(IncludeClassNamePatterns.class);
        ExcludeClassNamePatterns excluded = suite.getAnnotation(ExcludeClassNamePatterns.class);
        boolean selected = isBelow(suite.getAnnotation(SelectPackages.class).value(), name)
                || single != null && names(single).anyMatch(name::equals);
        return selected
                && (included == null || anyMatches(included.value(), name))
                && (others == null || !isBelow(others.value(), name))
                && (excluded == null || !anyMatches(excluded.value(), name));
    }

    private static Stream<String> names(SelectClasses single) {
        return Stream.concat(Arrays.stream(single.value()).map(Class::getName), Arrays.stream(single.names()));
    }

    private static boolean anyMatches(String[] patterns, String name) {
        return Arrays.stream(patterns).anyMatch(name::matches);
    }

    private static boolean isBelow(String[] packages, String name) {
        return Arrays.stream(packages).anyMatch(each -> name.startsWith(each + "."));
    }
}
