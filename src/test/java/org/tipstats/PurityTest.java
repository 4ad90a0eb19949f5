package org.tipstats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.tipstats.ArchitectureTest.MAIN;
import static org.tipstats.ArchitectureTest.ROOT;
import static org.tipstats.ArchitectureTest.calls;
import static org.tipstats.ArchitectureTest.named;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What code that computes may know: few libraries, no surroundings, and not the code that it proves. */
@Execution(ExecutionMode.CONCURRENT)
class PurityTest {

    private static final DescribedPredicate<JavaClass> PURE = resideInAnyPackage(Rooms.packages(Rooms.PURE));

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
    void theAuditAndTheSearchDoNotUseEachOther() {
        DescribedPredicate<JavaClass> audit = resideInAnyPackage(
                        Rooms.packages(List.of("protect.equations", "protect.published", "protect.intruder")))
                .or(named("TableEquations", "TableSpace", "CodeTree", "PublishedTable", "PublishedFiles"));
        DescribedPredicate<JavaClass> shared = resideInAnyPackage(Rooms.packages(List.of("protect.solve")));
        DescribedPredicate<JavaClass> protection = resideInAPackage(Rooms.packageOf("protect"))
                .and(not(audit))
                .and(not(shared))
                .or(named("CrossedTables", "CrossedShape", "CodeColumns", "ZeroPolicy"));
        noClasses()
                .that(audit)
                .should()
                .dependOnClassesThat(protection)
                .because("one mistake must not affect both")
                .check(MAIN);
        noClasses()
                .that(protection)
                .should()
                .dependOnClassesThat(audit)
                .because("one mistake must not affect both")
                .check(MAIN);
    }

    /** The search and the audit both use these classes. They may know what a key means, and nothing else. */
    @Test
    void whatReadsKeysKnowsNoFigures() {
        noClasses()
                .that(named("CubeShape").or(named("DenominatorKeys")))
                .should()
                .dependOnClassesThat(named("Cube").or(named("Observation")))
                .because("the search and the audit must not share what decides")
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
}
