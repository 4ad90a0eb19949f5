package org.tipstats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rules of the house. The rooms and what each may use stand in {@link Rooms}. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

    private static final String ROOT = "org.tipstats";

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (org\\.tipstats\\.[\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.tipstats\\.[a-z.]+)\\.([A-Z]\\w*)[.;]");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final DescribedPredicate<JavaClass> ENTITIES =
            describe("entities", type -> type.isAnnotatedWith(Entity.class));

    private static final DescribedPredicate<JavaClass> PURE = resideInAnyPackage(Rooms.packages(Rooms.PURE));

    private static DescribedPredicate<JavaClass> named(String... endings) {
        return describe("named *" + String.join(", *", endings), type -> {
            String name = topLevel(type).getSimpleName();
            return Arrays.stream(endings).anyMatch(name::endsWith);
        });
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type);
    }

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
    void solversAreKnownToFewClasses() {
        noClasses()
                .that(not(named("Solver")))
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.ortools.."))
                .because("one place asks a solver, and checks its answer")
                .check(MAIN);
    }

    @Test
    void purePackagesUseWhatTheyNeedAlone() {
        Rooms.LIBRARIES.forEach((name, libraries) -> classes()
                .that()
                .resideInAPackage(Rooms.packageOf(name))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(libraries.toArray(new String[0])).or(resideInAPackage(ROOT + "..")))
                .because("the pure packages must run anywhere: in the service, offline, in a test of a millisecond")
                .check(MAIN));
    }

    @Test
    void purePackagesNeitherStoreNorLogNorConfigure() {
        noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "java.util.logging..", "java.net.."))
                .orShould()
                .dependOnClassesThat(describe("loggers", type -> type.getName().startsWith("java.lang.System$Logger")))
                .orShould()
                .callMethodWhere(calls(System.class, "getenv", "getProperty"))
                .because("pure packages take policies and instants as arguments and return reports")
                .check(MAIN);
    }

    @Test
    void theRestFrameworkStaysAtTheEdge() {
        noClasses()
                .that(not(named("Resource", "Reply", "BodyWriter", "Filter", "ProblemMapper")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.resteasy.."))
                .because("services are called by resources, pages and jobs alike")
                .check(MAIN);
    }

    @Test
    void aResourceHasAPath() {
        classes()
                .that(named("Resource"))
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(jakarta.ws.rs.Path.class)
                .because("a class without a path answers no request, and its name must not say so")
                .check(MAIN);
    }

    @Test
    void persistenceStaysInEntitiesAndRepositories() {
        noClasses()
                .that(not(named("Repository")).and(not(ENTITIES)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                        .or(resideInAPackage("io.quarkus.hibernate..")))
                .because("queries sit in one small class, where HTTP code cannot reach them")
                .check(MAIN);
    }

    @Test
    void resourcesDoNotTouchStorage() {
        noClasses()
                .that(named("Resource"))
                .should()
                .dependOnClassesThat(named("Repository").or(ENTITIES))
                .because("a resource checks media type and role, nothing else")
                .check(MAIN);
    }

    @Test
    void servicesAloneOpenTransactions() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(named("Service"))
                .because("one looks for the transaction in the service")
                .check(MAIN);
        noClasses()
                .that(not(named("Service")))
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("one looks for the transaction in the service")
                .check(MAIN);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirRoom() throws IOException {
        Set<String> stored = MAIN.stream()
                .filter(ENTITIES.or(named("Repository")))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = new TreeSet<>();
        usesBetweenRooms().forEach(use -> shown.add(use.type));
        shown.retainAll(stored);
        assertEquals(Set.of(), shown, "other rooms hold ids, not references");
    }

    @Test
    void operationsArePublic() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .because("the framework ignores others with a mere warning, and they answer 404")
                .check(MAIN);
    }

    @Test
    void queryParametersAreTexts() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(Conditions.takeQueryParametersAsText())
                .because(
                        "the framework answers 404 to one that it cannot convert; parsed by hand it is a 400 that helps")
                .check(MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .because("what a class needs stands in its constructor")
                .check(MAIN);
    }

    @Test
    void theTimeIsTheDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".start..")
                .should()
                .callMethodWhere(calls("java.time", "now"))
                .orShould()
                .callMethodWhere(calls(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                .orShould()
                .callMethodWhere(calls(System.class, "currentTimeMillis"))
                .because("a Clock that follows the database's time is injected, and tests move it")
                .check(MAIN);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".start..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what the operator shall read is logged")
                .check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)$")
                .because("a shared thing has a name and a package")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String... names) {
        return describe(
                "calls of " + owner.getSimpleName() + "." + String.join(", ", names),
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && Set.of(names).contains(call.getName()));
    }

    /** Calls without arguments only: those with a clock are what we want. */
    private static DescribedPredicate<JavaMethodCall> calls(String ownersPackage, String name) {
        return describe(
                "calls of " + ownersPackage + "..." + name + "()",
                call -> call.getTargetOwner().getPackageName().equals(ownersPackage)
                        && call.getName().equals(name)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }
}
