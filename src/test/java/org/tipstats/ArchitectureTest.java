package org.tipstats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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

/**
 * Tests the rules of the architecture. {@link Layers} contains the order of the packages and the libraries of the
 * pure ones.
 */
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

    private static DescribedPredicate<JavaClass> inPackagesOf(Set<String> names) {
        return resideInAnyPackage(Rooms.packages(names));
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("data pass through the packages in one direction, and readers can follow them")
                .check(MAIN);
    }

    @Test
    void aPackageImportsOnlyLeftwards() {
        Layers.MAY_IMPORT.forEach((name, allowed) -> {
            Set<String> own = new TreeSet<>(allowed);
            own.add(name);
            ArchRule rule = classes()
                    .that()
                    .resideInAPackage(Layers.packageOf(name))
                    .should()
                    .onlyDependOnClassesThat(inPackagesOf(own).or(resideOutsideOfPackage(ROOT + "..")))
                    .because("in the order of the packages, " + name + " may import only " + allowed);
            rule.allowEmptyShould(Layers.PLANNED.contains(name)).check(MAIN);
        });
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
        Set<String> expected = new TreeSet<>(Layers.MAY_IMPORT.keySet());
        expected.removeAll(Layers.PLANNED);
        assertEquals(expected, found, "enter a new package in Layers, and remove it from PLANNED when it exists");
    }

    @Test
    void solversAreKnownToFewClasses() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Solver")
                .and()
                .resideOutsideOfPackage(ROOT + ".protect.intruder..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".protect.suppress.Completion")
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.ortools.."))
                .because("only few classes may call a solver, because its results must be verified")
                .check(MAIN);
    }

    @Test
    void purePackagesUseWhatTheyNeedAlone() {
        Rooms.LIBRARIES.forEach((name, libraries) -> classes()
                .that()
                .resideInAPackage(Rooms.packageOf(name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(libraries).or(resideInAPackage(ROOT + "..")))
                .because("pure packages must run anywhere: in the service, offline, and in fast tests")
                .allowEmptyShould(Layers.PLANNED.contains(name))
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
                .that(not(named("Resource", "BodyWriter", "Filter", "ProblemMapper")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.resteasy.."))
                .because("resources, pages and jobs call the same services")
                .check(MAIN);
    }

    @Test
    void persistenceStaysInEntitiesAndRepositories() {
        noClasses()
                .that(not(named("Repository")).and(not(ENTITIES)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                        .or(resideInAPackage("io.quarkus.hibernate..")))
                .because("queries belong in one small class that HTTP code cannot access")
                .check(MAIN);
    }

    @Test
    void resourcesDoNotTouchStorage() {
        noClasses()
                .that(named("Resource"))
                .should()
                .dependOnClassesThat(named("Repository").or(ENTITIES))
                .because("a resource checks only the media type and the role; services access the storage")
                .check(MAIN);
    }

    @Test
    void servicesAloneOpenTransactions() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(named("Service"))
                .because("readers expect transactions in services")
                .check(MAIN);
        noClasses()
                .that(not(named("Service")))
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("readers expect transactions in services")
                .check(MAIN);
    }

    @Test
    void entitiesAndRepositoriesArePackagePrivate() {
        classes()
                .that(ENTITIES.or(named("Repository").and(resideInAPackage(ROOT + ".."))))
                .should()
                .bePackagePrivate()
                .because("other packages hold ids instead of references, and the compiler then enforces this")
                .check(MAIN);
    }

    @Test
    void operationsArePublic() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .because("the framework ignores other methods with only a warning, and requests to them get a 404")
                .check(MAIN);
    }

    @Test
    void queryParametersAreTexts() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(Conditions.takeQueryParametersAsText())
                .because(
                        "the framework answers 404 if it cannot convert a value; our own parsing returns a helpful 400")
                .check(MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .because("a constructor must show everything that its class needs")
                .check(MAIN);
    }

    @Test
    void theTimeIsTheDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".start.boot..")
                .should()
                .callMethodWhere(calls("java.time", "now"))
                .orShould()
                .callMethodWhere(calls(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                .orShould()
                .callMethodWhere(calls(System.class, "currentTimeMillis"))
                .because("the injected Clock follows the database's time, and tests can move it")
                .check(MAIN);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".start.boot..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("messages for the operator belong in the log")
                .check(MAIN);
    }

    @Test
    void countsAreWholeAndRatesAreDecimal() {
        DescribedPredicate<JavaClass> exact =
                inPackagesOf(Set.of("vocabulary.cube", "protect.disclose")).and(not(named("Solver")));
        fields().that()
                .areDeclaredInClassesThat(exact)
                .should(Conditions.haveNoBinaryFractions())
                .because("binary fractions cannot represent counts and decimal rates exactly")
                .check(MAIN);
        methods()
                .that()
                .areDeclaredInClassesThat(exact)
                .should(Conditions.useNoBinaryFractions())
                .because("binary fractions cannot represent counts and decimal rates exactly")
                .check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto)$")
                .because("a class must be named after what it is")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String... names) {
        return describe(
                "calls of " + owner.getSimpleName() + "." + String.join(", ", names),
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && Set.of(names).contains(call.getName()));
    }

    /** Matches only calls without arguments, because calls with a clock are allowed. */
    private static DescribedPredicate<JavaMethodCall> calls(String ownersPackage, String name) {
        return describe(
                "calls of " + ownersPackage + "..." + name + "()",
                call -> call.getTargetOwner().getPackageName().equals(ownersPackage)
                        && call.getName().equals(name)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }
}
