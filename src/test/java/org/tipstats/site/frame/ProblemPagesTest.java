package org.tipstats.site.frame;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemRenderer.FailedRequest;
import org.tipstats.platform.problem.ProblemType;

/** Problems of the website appear as pages in the language of their address. */
@QuarkusTest
class ProblemPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Inject
    PageProblemRenderer renderer;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/en/nothing | Page not found",
                "/fr/nothing | Page introuvable",
                "/es/methods/rules/nothing | Página no encontrada",
                "/ru/nothing | Страница не найдена",
                "/ar/methods/codelists/nothing | الصفحة غير موجودة",
                "/zh/nothing | 找不到页面"
            })
    void whatIsNotThereIsAPageInItsLanguage(String path, String heading) {
        given().header("X-Request-Id", "number-7")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", path.substring(1, 3))
                .header("Cache-Control", "no-store")
                .body(containsString("<h1>" + heading + "</h1>"), containsString("number-7"));
    }

    @Test
    void whoHasNotSignedInIsToldSoAndComesBackAfterwards() {
        given().get("/fr/desk")
                .then()
                .statusCode(401)
                .contentType("text/html;charset=UTF-8")
                .body(
                        containsString("<h1>Connectez-vous pour continuer</h1>"),
                        containsString("href=\"/fr/sign-in?next=%2Ffr%2Fdesk\""));
    }

    /** A link cannot send a form again, so the page after signing in is another one. */
    @Test
    void whoSendsAFormAfterTheSessionEndedIsToldToKeepWhatIsTyped() {
        given().formParam("name", "typed for an hour")
                .post("/en/desk/account")
                .then()
                .statusCode(401)
                .body(
                        containsString("What you sent was not saved."),
                        not(containsString("you return to this page")),
                        containsString("href=\"/en/sign-in\""));
    }

    /** This holds although several resources share the first segment of their addresses. */
    @Test
    void aWrongMethodIsAPage() {
        given().put("/en/methods").then().statusCode(405).contentType("text/html;charset=UTF-8");
    }

    /** No text contains this character, and the database does not accept it. */
    @Test
    void aQueryThatIsNoTextIsAPage() {
        given().urlEncodingEnabled(false)
                .get("/en/search?q=%00")
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "405", "409", "412", "413", "422", "429", "500", "503", "507"})
    void everyStatusHasWordsOfItsOwnInAllLanguages(int status) {
        Set<String> headings = new HashSet<>();
        for (String language : new String[] {"en", "fr", "es", "ru", "ar", "zh"}) {
            String page = render(new ProblemType("some-type", "Some type", status, "Remedy"), language);
            headings.add(page.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1"));
            assertTrue(page.contains("<bdi>" + status + "</bdi>"));
            assertFalse(page.contains("English detail"), "details are written for programs");
        }

        assertEquals(6, headings.size());
    }

    @Test
    void aStatusWithoutWordsOfItsOwnHasThoseOfItsKind() {
        assertTrue(render(new ProblemType("some-type", "Some type", 415, "Remedy"), "en")
                .contains("We cannot understand this request"));
        assertTrue(render(new ProblemType("some-type", "Some type", 501, "Remedy"), "en")
                .contains("The service failed"));
    }

    @Test
    void howLongToWaitIsASentence() {
        Problem problem = Problem.of(ProblemType.UNAVAILABLE, "English detail");

        assertTrue(render(problem.header("Retry-After", "1"), "en").contains("Try again in one second."));
        assertTrue(render(problem.header("Retry-After", "60"), "ru").contains("Повторите через 60 секунд."));
        assertTrue(render(problem.header("Retry-After", "301"), "en").contains("Try again in 6 minutes."));
        assertFalse(render(problem.header("Retry-After", "soon"), "en").contains("Try again in"));
    }

    @ParameterizedTest
    @CsvSource({"/api", "/api/v1/nothing", "/sdmx/v3", "/iceberg/v2"})
    void aProgramGetsNoPage(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
        given().accept(BROWSER).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"/entry", "/areas/AUT", "/de/about", "/english"})
    void aBrowserGetsAPageWhereNothingIs(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
        given().accept(BROWSER)
                .header("Accept-Language", "fr-CH, en;q=0.5")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .body(containsString("<h1>Page introuvable</h1>"), containsString("href=\"/ar/\""));
        given().accept(BROWSER)
                .header("Accept-Language", "fr")
                .cookie(Frames.LANGUAGE, "es")
                .get(path)
                .then()
                .body(containsString("<h1>Página no encontrada</h1>"));
    }

    private String render(ProblemType type, String language) {
        return render(Problem.of(type, "English detail"), language);
    }

    private String render(Problem problem, String language) {
        FailedRequest request = new FailedRequest("GET", "/" + language + "/x", "number-7", name -> null);
        return new String(renderer.render(problem, request).body(), StandardCharsets.UTF_8);
    }
}
