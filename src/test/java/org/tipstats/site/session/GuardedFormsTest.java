package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.site.frame.Site;

/** Checks that forms of the desk and of signing in and out need the token of their page. */
@Execution(ExecutionMode.CONCURRENT)
class GuardedFormsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tipstats");

    @Test
    void everyFormWhereItIsKnownWhoHasSignedInIsGuarded() {
        List<JavaMethod> forms = MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(POST.class))
                .filter(method -> Site.knowsWho(path(method).replace(Site.LANG, "/en")))
                .toList();

        assertTrue(forms.size() >= 2, "the forms were not found");
        assertEquals(
                List.of(),
                forms.stream()
                        .filter(method -> !method.isAnnotatedWith(FormFilter.Guarded.class)
                                && !method.getOwner().isAnnotatedWith(FormFilter.Guarded.class))
                        .map(JavaMethod::getFullName)
                        .toList());
    }

    private static String path(JavaMethod method) {
        String above = method.getOwner()
                .tryGetAnnotationOfType(Path.class)
                .map(Path::value)
                .orElse("");
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return above + own;
    }
}
