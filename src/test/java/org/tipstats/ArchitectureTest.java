package org.tipstats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.http.Gate;

/** The rules of the house. {@link RoomsTest} has those about the rooms, {@link PurityTest} those about pure code. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

    static final String ROOT = "org.tipstats";

    /** All classes of the program. */
    static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final DescribedPredicate<JavaClass> ENTITIES =
            describe("entities", type -> type.isAnnotatedWith(Entity.class));

    static DescribedPredicate<JavaClass> named(String... endings) {
        return describe("named *" + String.join(", *", endings), type -> {
            String name = topLevel(type).getSimpleName();
            return Arrays.stream(endings).anyMatch(name::endsWith);
        });
    }

    static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type);
    }

    @Test
    void whatActsForSubmittersSeesTheirRowsAlone() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".collect..", Rooms.packageOf("publish.draft"))
                .and(describe("act for somebody", ArchitectureTest::actsForSomebody))
                // These have others validate, read and store a file.
                .and(not(named("SubmissionService", "UploadReceiver", "ReportFormats", "MappingReadings")))
                // A year counts for all areas of a file, also if others sent it; a preview computes with the figures of
                // all; and a file is compared with reference data of all areas.
                .and(not(named("ReportedYears", "WithheldReader", "ValidationService")))
                .and(not(named("Repository", "Resource")))
                .should()
                .beAnnotatedWith(OwnAreas.class)
                .because("a query with a wrong condition must not show the rows of other areas")
                .check(MAIN);
    }

    private static boolean actsForSomebody(JavaClass type) {
        boolean bean = type.isAnnotatedWith(ApplicationScoped.class) || type.isAnnotatedWith(Singleton.class);
        return bean
                && type.getMethods().stream()
                        .flatMap(method -> method.getParameterTypes().stream())
                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
                        .anyMatch(parameter -> parameter.isEquivalentTo(Actor.class));
    }

    @Test
    void theRestFrameworkStaysAtTheEdge() {
        noClasses()
                .that(not(named("Resource", "Reply", "BodyWriter", "Filter", "ProblemMapper", "Parameters")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.quarkus.resteasy.."))
                .because("services are called by resources, pages and jobs alike")
                .check(MAIN);
    }

    @Test
    void whatRefusesRequestsEarlyIsAskedBeforeReadyAnswersLeave() {
        classes()
                .that(describe("register a filter that refuses requests", ArchitectureTest::refusesEarly))
                // It counts what it admits, so it is asked last, and once.
                .and(not(named("RateFilter")))
                .should()
                .implement(Gate.class)
                .because(
                        "an answer from memory leaves before all filters, so these must be asked if they admit the request")
                .check(MAIN);
    }

    private static boolean refusesEarly(JavaClass type) {
        return type.getMethods().stream()
                        .anyMatch(method -> method.getRawParameterTypes().stream()
                                .anyMatch(each -> each.isEquivalentTo(Filters.class)))
                && Stream.of(type.getMethodCallsFromSelf(), type.getMethodReferencesFromSelf())
                        .flatMap(Set::stream)
                        .anyMatch(access -> access.getName().equals("fail")
                                && access.getTargetOwner().isEquivalentTo(RoutingContext.class));
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
        classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .beTopLevelClasses()
                .because("readers and tests find the classes that answer requests by this name")
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

    static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String... names) {
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
