package org.tipstats.site.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tipstats.site.frame.Frames.Preparation;

/** Checks that pages say so while the service is not ready. */
@QuarkusTest
class PreparationTest {

    /** Work whose progress the test sets. */
    @Singleton
    static class Work implements Preparation {

        private volatile OptionalInt percent = OptionalInt.empty();

        @Override
        public OptionalInt percent() {
            return percent;
        }
    }

    @Inject
    Work work;

    @Test
    void pagesTellThatTheDemoIsLoadedAndTheStartComesBack() {
        work.percent = OptionalInt.of(43);
        try {
            given().get("/en/")
                    .then()
                    .header("Refresh", equalTo("5"))
                    .body(containsString("The demo is loading: 43 % done."));
            given().get("/fr/about")
                    .then()
                    .header("Refresh", nullValue())
                    .body(containsString("La démonstration est en cours de chargement : 43 %"));
        } finally {
            work.percent = OptionalInt.empty();
        }
        given().get("/en/").then().header("Refresh", nullValue()).body(not(containsString("The demo is loading")));
    }
}
