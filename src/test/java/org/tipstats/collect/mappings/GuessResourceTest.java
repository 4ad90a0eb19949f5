package org.tipstats.collect.mappings;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.database.Database;

/** Guesses over HTTP. */
@QuarkusTest
class GuessResourceTest {

    static final String GUESS = "/api/v1/mappings/guess";
    static final String ANSWERS = "{\"dataflow\": \"VICTIMS\", \"unit\": \"NUMBER\", \"coverage\": \"national\"}";

    /** No list of words knows what this language calls women. */
    static final String FOREIGN =
            "Victims of trafficking in persons;;\nSex;2021;2022\nXaqila;12;15\nMen;5;7\nTotal;17;22\n";

    @Inject
    SignedIn people;

    @Inject
    Database database;

    private static RequestSpecification form(String token, String file) {
        return SignedIn.as(token).multiPart("file", "t.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private static ValidatableResponse guess(String token, String answers, String query) {
        RequestSpecification form = form(token, FOREIGN);
        return (answers == null ? form : form.multiPart("answers", answers))
                .post(GUESS + query)
                .then();
    }

    @Test
    void everyoneMayAskAndNothingIsStored() {
        long mappings = database.number("select count(*) from mapping");
        long submissions = database.number("select count(*) from submission");
        ValidatableResponse guess = SignedIn.as(null)
                .contentType("text/csv")
                .body(GuessServiceTest.TABLE.getBytes(StandardCharsets.UTF_8))
                .post(GUESS + "?area=KGZ")
                .then();
        guess.statusCode(200)
                .contentType("application/json")
                .body("mapping", nullValue())
                .body("questions.id", hasItem("dataflow"))
                .body("tables[0].range", equalTo("A2:C5"))
                .body("preview.observations", empty())
                .body("preview.total", equalTo(0))
                .body("findings", empty());
        assertEquals(mappings, database.number("select count(*) from mapping"));
        assertEquals(submissions, database.number("select count(*) from submission"));
    }

    @Test
    void aSubmitterNeedNotNameTheArea() {
        String token = people.submitter("KGZ");
        for (String query : List.of("", "?area=")) {
            guess(token, null, query).statusCode(200).body("tables[0].range", equalTo("A2:C5"));
        }
    }

    @Test
    void answersMayComeAsAFieldOrAsAFile() {
        form(null, GuessServiceTest.TABLE)
                .multiPart("answers", ANSWERS)
                .post(GUESS + "?area=KGZ")
                .then()
                .statusCode(200)
                .body("questions", empty())
                .body("preview.total", equalTo(6))
                .body("mapping.data.structureMaps", hasSize(1));
        form(null, GuessServiceTest.TABLE)
                .multiPart("answers", "a.json", ANSWERS.getBytes(StandardCharsets.UTF_8), "application/json")
                .multiPart("params", "{\"OBS_STATUS\": \"P\"}")
                .post(GUESS + "?area=KGZ")
                .then()
                .statusCode(200)
                .body("preview.total", equalTo(6))
                .body("preview.observations[0].OBS_STATUS", equalTo("P"));
    }

    @Test
    void thePreviewComesInPages() {
        String next = form(null, GuessServiceTest.TABLE)
                .multiPart("answers", ANSWERS)
                .post(GUESS + "?area=KGZ&limit=4")
                .then()
                .statusCode(200)
                .body("preview.observations", hasSize(4))
                .body("preview.next", notNullValue())
                .extract()
                .path("preview.next");
        form(null, GuessServiceTest.TABLE)
                .multiPart("answers", ANSWERS)
                .post(next)
                .then()
                .statusCode(200)
                .body("preview.observations", hasSize(2))
                .body("preview.next", nullValue());
    }

    @Test
    void questionsComeInTheLanguageOfTheReader() {
        guess(null, null, "?area=KGZ&lang=fr")
                .statusCode(200)
                .body("questions.text", hasItem("Que dénombrent les chiffres de ce fichier\u00A0?"));
        form(null, FOREIGN)
                .header("Accept-Language", "zh-CN")
                .post(GUESS)
                .then()
                .statusCode(200)
                .body("questions.text", hasItem("本文件的数字统计的是什么？"));
    }

    @Test
    void aListOfPersonsIsRefusedWithoutItsTexts() {
        form(null, "Surname,First name,Date of birth,Sex\nXylander,Anna,1990-01-02,F\n")
                .post(GUESS + "?area=KGZ")
                .then()
                .statusCode(200)
                .body("findings.rule", equalTo(List.of("case-level-data")))
                .body("decisions", empty())
                .body(not(containsString("Xylander")));
    }

    @Test
    void wrongAnswersAndParametersAreNamed() {
        guess(null, "{\"dataflow\": \"VICTIM\"}", "?area=KGZ")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/answers/dataflow"))
                .body("errors[0].suggestions", hasItem("VICTIMS"));
        guess(null, "{\"range:A2:C5\": \"A2:C60\"}", "?area=KGZ")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/answers/range:A2:C5"))
                .body("errors[0].message", containsString("A1:C5"));
        guess(null, "{\"dataflow\"", "?area=KGZ").statusCode(400);
        guess(null, null, "?area=KGS").statusCode(400).body("errors[0].parameter", equalTo("area"));
        guess(null, null, "?area=150").statusCode(400);
        guess(null, null, "?dataflow=VICTIM").statusCode(400);
        SignedIn.as(null).multiPart("answers", "{}").post(GUESS).then().statusCode(400);
    }

    @Test
    void wordsThatAnAreaConfirmedAreKnownToItsOwnSubmittersOnly() {
        String own = people.submitter("KGZ");
        String other = people.submitter("UZB");
        String question = "word:SEX:Xaqila";
        guess(own, null, "?area=KGZ").statusCode(200).body("questions.id", hasItem(question));
        Object mapping = guess(
                        own,
                        "{\"dataflow\": \"VICTIMS\", \"unit\": \"NUMBER\", \"coverage\": \"national\","
                                + " \"word:SEX:Xaqila\": \"F\"}",
                        "?area=KGZ")
                .extract()
                .path("mapping");
        MappingResourceTest.save(own, "Words", "KGZ", mapping).statusCode(201);

        guess(own, null, "?area=KGZ")
                .statusCode(200)
                .body("questions.id", not(hasItem(question)))
                .body("decisions.find { it.id == '" + question + "' }.value", equalTo("F"));
        for (String token : new String[] {null, other, people.reviewer()}) {
            guess(token, null, "?area=KGZ").statusCode(200).body("questions.id", hasItem(question));
        }
    }
}
