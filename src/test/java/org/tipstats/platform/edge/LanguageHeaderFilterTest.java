package org.tipstats.platform.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.data.PublishedSample;

/** A wish for a language that is not valid spoils no page. */
@QuarkusTest
class LanguageHeaderFilterTest {

    @Inject
    PublishedSample sample;

    @ParameterizedTest
    @ValueSource(strings = {"en-US,en;q=0.5,", "tlh;q=9", "en;q=", ",,", "en;level=1", "en;q=0.8888"})
    void aPageIsSent(String wanted) {
        for (String page : new String[] {"/problems/not-found", "/en/sign-in"}) {
            given().header("Accept-Language", wanted).get(page).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en;q=0.2, fr;q=9, es, xx-", "tlh;q=9,es;q=0.9"})
    void whatIsValidStillCounts(String wanted) {
        given().header("Accept-Language", wanted)
                .get("/api/v1/codelists/CL_SEX")
                .then()
                .statusCode(200)
                .body(containsString("\"name\":\"Sexo\""));
    }

    /** The key of the cache and the answer must have the same language. */
    @Test
    void anAnswerInOneLanguageIsNotKeptForAnother() {
        sample.publish();
        String address = PublishedSample.DATA + "?release=" + PublishedSample.RELEASE + "&labels=name&REF_AREA=PLW";
        given().header("Accept-Language", "fr;q=9, ru").get(address).then().body(containsString("\"Палау\""));
        given().get(address).then().body(containsString("\"Palau\""));
    }
}
