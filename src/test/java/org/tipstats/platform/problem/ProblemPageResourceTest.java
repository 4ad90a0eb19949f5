package org.tipstats.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.ProgramSources;

@QuarkusTest
class ProblemPageResourceTest {

    @Test
    void aPageSaysWhatHappenedAndWhatToDo() {
        given().get("/problems/unavailable")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("The service is not available at the moment"))
                .body(containsString("Repeat the request after"))
                .body(containsString("503"));
    }

    @Test
    void anUnknownTypeIsNotFound() {
        given().get("/problems/nonsense").then().statusCode(404);
    }

    /** The address of a type that its capability does not list would lead readers nowhere. */
    @Test
    void everyTypeInTheProgramHasItsPage() throws IllegalAccessException {
        List<Field> fields = ProgramSources.with("static final ProblemType ").stream()
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == ProblemType.class && Modifier.isStatic(field.getModifiers()))
                .toList();
        Set<String> missing = new TreeSet<>();
        for (Field field : fields) {
            field.setAccessible(true);
            String path = ((ProblemType) field.get(null)).path();
            if (given().get(path).statusCode() != 200) {
                missing.add(path);
            }
        }
        assertTrue(fields.size() > ProblemType.COMMON.size(), "no types of the capabilities found");
        assertEquals(Set.of(), missing);
    }

    @Test
    void theListLeadsToEveryPage() {
        String page = given().get("/problems").then().statusCode(200).extract().asString();
        Set<String> absent = ProblemType.COMMON.stream()
                .map(ProblemType::path)
                .filter(path -> !page.contains("href=\"/en" + path + "\""))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), absent);
    }
}
