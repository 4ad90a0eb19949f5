package org.tipstats.disseminate.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/**
 * Tests the questions to areas about their mirror statistics over HTTP. The figures are those of
 * {@link MirrorDataflowTest}.
 */
@QuarkusTest
class QuestionResourceTest {

    private static final String QUESTIONS = "/api/v1/mirror/questions?release=mirror-flow-1";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        MirrorDataflowTest.publish(releases);
    }

    private static List<String> ids(Response questions) {
        assertEquals(200, questions.statusCode(), questions.asString());
        return questions.<List<String>>path("items.id").stream()
                .filter(id -> id.endsWith(MirrorDataflowTest.YEAR))
                .toList();
    }

    /**
     * Vanuatu detected 600 and returned 450 citizens of Solomon Islands, which received 800. For Tonga the figures are
     * 300, 290 and 100.
     */
    @Test
    void bothAreasAreAskedTheSameAndNobodyElse() {
        String toSolomonIslands = "detected-returned.VUT.SLB.2009";
        List<String> toTonga = List.of("detected-received.VUT.TON.2009", "returned-received.VUT.TON.2009");
        List<String> all = List.of(toSolomonIslands, toTonga.get(0), toTonga.get(1));
        assertEquals(all, ids(releases.submitter("VUT").get(QUESTIONS)));
        assertEquals(List.of(toSolomonIslands), ids(releases.submitter("SLB").get(QUESTIONS)));
        assertEquals(toTonga, ids(releases.submitter("TON").get(QUESTIONS)));
        assertEquals(List.of(), ids(releases.submitter("NCL").get(QUESTIONS)));
        assertEquals(all, ids(releases.as(AccountRole.REVIEWER).get(QUESTIONS + "&area=VUT")));
        assertEquals(toTonga, ids(releases.as(AccountRole.REVIEWER).get(QUESTIONS + "&area=TON")));
        assertEquals(all, ids(releases.submitter("VUT").get(QUESTIONS + "&area=VUT")));
    }

    @Test
    void anotherAreaIsAsUnknownAsOneThatIsNot() {
        Response other = releases.submitter("SLB").get(QUESTIONS + "&area=VUT");
        Response none = releases.submitter("SLB").get(QUESTIONS + "&area=XXX");
        assertEquals(404, other.statusCode());
        assertEquals(none.<String>path("detail"), other.path("detail"));
        assertEquals(
                404,
                releases.as(AccountRole.REVIEWER).get(QUESTIONS + "&area=150").statusCode());
        given().get(QUESTIONS).then().statusCode(401);
        releases.as(AccountRole.PUBLISHER).get(QUESTIONS).then().statusCode(403);
        releases.submitter("SLB")
                .get("/api/v1/mirror/questions?release=nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void aQuestionShowsBothFiguresAndWhatMayExplainThem() {
        Response questions = releases.submitter("SLB").get(QUESTIONS + "&area=SLB&lang=en");
        questions
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .body("items[0].kind", equalTo("detected-returned"))
                .body("items[0].figures.FIGURE", contains("DETECTED", "RETURNED"))
                .body("items[0].figures.by", contains("VUT", "VUT"))
                .body("items[0].figures.OBS_VALUE", contains(600, 450))
                .body("items[0].figures[0].notes.TIME_COVERAGE", equalTo("January to June"))
                .body("items[0].difference", equalTo(150))
                .body(
                        "items[0].text",
                        equalTo(
                                "For 2009, Vanuatu published 600 detected victims with the citizenship of Solomon Islands."
                                        + " For 2009, Vanuatu published 450 victims who returned to Solomon Islands. We ask both countries or areas"
                                        + " the same question: what could explain the difference between these figures?"))
                .body("items[0].explanations.code", hasItems("LATER_YEAR", "PERIOD", "NOT_ALL_RETURN"));
        releases.submitter("TON")
                .get(QUESTIONS + "&area=TON")
                .then()
                .body("items[1].figures.by", contains("VUT", "TON"));
    }

    @Test
    void questionsComeInSixLanguagesAndBlameNobody() {
        Set<String> texts = new HashSet<>();
        for (String language : List.of("en", "fr", "es", "ru", "ar", "zh")) {
            Response question = releases.submitter("TON").get(QUESTIONS + "&area=TON&lang=" + language);
            String text = question.path("items[1].text");
            assertTrue(text.contains("290") && text.contains("100") && text.contains("2009"), text);
            assertFalse(text.contains("{"), text);
            texts.add(text + question.path("items[1].explanations.text"));
        }
        assertEquals(6, texts.size());
        String english = releases.submitter("TON").get(QUESTIONS + "&lang=en").asString();
        assertFalse(english.matches("(?is).*\\b(error|wrong|mistake|incorrect|fault|fail\\w*|worst)\\b.*"), english);
    }

    @Test
    void pagesFollowEachOther() {
        List<Object> found = new java.util.ArrayList<>();
        String next = QUESTIONS + "&area=VUT&limit=1";
        while (next != null) {
            Response page = releases.submitter("VUT").urlEncodingEnabled(false).get(next);
            found.addAll(page.path("items.id"));
            next = page.path("next");
        }
        assertEquals(3, found.size(), found.toString());
    }
}
