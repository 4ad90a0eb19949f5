package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.ProgramSources;
import org.tipstats.site.frame.Site;

/** Checks that forms of the desk and of signing in and out need the token of their page. */
class GuardedFormsTest {

    @Test
    void everyFormWhereItIsKnownWhoHasSignedInIsGuarded() {
        List<Method> forms = ProgramSources.resources().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(POST.class))
                .filter(method ->
                        Site.knowsWho((path(method.getDeclaringClass()) + path(method)).replace(Site.LANG, "/en")))
                .toList();

        assertTrue(forms.size() >= 2, "the forms were not found");
        assertEquals(
                List.of(),
                forms.stream()
                        .filter(method -> !method.isAnnotationPresent(FormFilter.Guarded.class)
                                && !method.getDeclaringClass().isAnnotationPresent(FormFilter.Guarded.class))
                        .map(Method::toString)
                        .toList());
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
