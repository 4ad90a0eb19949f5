package org.tipstats;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.ArchitectureTest.MAIN;
import static org.tipstats.ArchitectureTest.ROOT;
import static org.tipstats.ArchitectureTest.topLevel;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rooms: their order, their faces, and the table of {@link Rooms} that the README shows. */
@Execution(ExecutionMode.CONCURRENT)
class RoomsTest {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (org\\.tipstats\\.[\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.tipstats\\.[a-z.]+)\\.([A-Z]\\w*)[.;]");

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("figures travel through the house in one direction, and one reads it in the same")
                .check(MAIN);
    }

    @Test
    void innerPackagesHaveNoCycles() {
        slices().matching(ROOT + ".(*.*)")
                .should()
                .beFreeOfCycles()
                .because("a room is read in one direction, too")
                .check(MAIN);
    }

    @Test
    void aRoomImportsOnlyWhatTheTableAllows() {
        Rooms.MAY_IMPORT.forEach((name, allowed) -> {
            Set<String> own = new TreeSet<>(allowed);
            own.add(name);
            classes()
                    .that()
                    .resideInAPackage(Rooms.packageOf(name))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(Rooms.packages(own)).or(resideOutsideOfPackage(ROOT + "..")))
                    .because("the table of rooms lets " + name + " import " + allowed + " only")
                    .check(MAIN);
        });
    }

    /** An arrow that no class needs any more leaves the table. */
    @Test
    void theTableAllowsNoMoreThanIsUsed() throws IOException {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        Rooms.MAY_IMPORT.keySet().forEach(room -> used.put(room, new TreeSet<>()));
        usesBetweenRooms().forEach(use -> used.get(use.from).add(use.to));
        assertEquals(Rooms.MAY_IMPORT, used);
    }

    @Test
    void theReadmeShowsTheTableOfRooms() throws IOException {
        assertEquals(
                List.copyOf(Rooms.MAY_IMPORT.entrySet()),
                List.copyOf(Rooms.inReadme().entrySet()));
    }

    @Test
    void everyPackageHasItsPlaceInTheHouse() {
        Set<String> found = MAIN.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length() + 1))
                .filter(name -> name.contains("."))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        Rooms.INNER.forEach((room, inner) -> inner.forEach(name -> expected.add(room + "." + name)));
        assertEquals(expected, found, "a package is new or has gone: change Rooms");
        expected.retainAll(Rooms.PLANNED);
        assertEquals(Set.of(), expected, "a planned package has arrived: change Rooms");
    }

    /** The description of a room lists the types that other rooms use; all others are the room's own business. */
    @Test
    void otherRoomsSeeOnlyTheFace() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        usesBetweenRooms()
                .forEach(use ->
                        used.computeIfAbsent(use.to, none -> new TreeSet<>()).add(use.type));
        Set<String> faults = new TreeSet<>();
        for (String room : Rooms.MAY_IMPORT.keySet()) {
            Set<String> face = Rooms.faceOf(room);
            Set<String> types = used.getOrDefault(room, Set.of());
            less(types, face).forEach(type -> faults.add(room + " lacks " + type + " in its face"));
            less(face, types).forEach(type -> faults.add(room + " shows " + type + ", which no other room uses"));
        }
        assertEquals(Set.of(), faults);
    }

    /** A use of a type by another room. */
    private record Use(String from, String to, String type) {}

    /** Returns what the compiled classes use, and what the sources import: constants leave no trace in a class file. */
    private static Set<Use> usesBetweenRooms() throws IOException {
        Set<Use> uses = new HashSet<>();
        for (JavaClass type : MAIN) {
            for (Dependency each : type.getDirectDependenciesFromSelf()) {
                JavaClass target = each.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT + ".")) {
                    uses.add(new Use(
                            room(type.getName()),
                            room(target.getName()),
                            topLevel(target).getSimpleName()));
                }
            }
        }
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher own = PACKAGE.matcher(source);
                if (own.find()) {
                    IMPORT.matcher(source)
                            .results()
                            .forEach(found ->
                                    uses.add(new Use(room(own.group(1) + "."), room(found.group(1)), found.group(2))));
                }
            }
        }
        uses.removeIf(use -> use.from.equals(use.to));
        return uses;
    }

    /** Returns the first package below the root in a type's or a package's name. */
    private static String room(String name) {
        return name.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    private static Set<String> less(Set<String> all, Set<String> part) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(part);
        return rest;
    }

    @Test
    void entitiesAndRepositoriesStayInTheirRoom() throws IOException {
        Set<String> stored = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class)
                        || type.getSimpleName().endsWith("Repository"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = new TreeSet<>();
        usesBetweenRooms().forEach(use -> shown.add(use.type));
        shown.retainAll(stored);
        assertEquals(Set.of(), shown, "other rooms hold ids, not references");
    }
}
