package org.tipstats.platform.cache;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.SignedIn;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.start.boot.TestClock;

/** The base of tests of answers from memory: each test has a release of its own. A subclass must be a {@code @QuarkusTest}. */
abstract class CachedAnswersCase {

    static final String FIGURES = "?REF_AREA=AUT&TIME_PERIOD=2001&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER";
    static final String DATA = "/api/v1/data/VICTIMS" + FIGURES;
    static final String PAGE = "/en/areas/AUT";
    static final String MARK = "from memory";

    /** The class of tests that has accepted a figure; the store is emptied before each class. */
    private static String accepted;

    private static int next;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    @Inject
    TestClock clock;

    @Inject
    AnswerCache cache;

    String id;

    @BeforeEach
    void publish() {
        if (!getClass().getName().equals(accepted)) {
            releases.acceptOne();
            accepted = getClass().getName();
        }
        id = "cached-" + next++;
        releases.publish(id);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Replaces the cached answers of a path by some that no operation makes. */
    void plant(String path) {
        assertTrue(hasWhole(path));
        cache.answers.asMap().replaceAll((key, known) -> key.uri().equals(path) ? planted(known) : known);
    }

    static CachedAnswer planted(CachedAnswer known) {
        return new CachedAnswer(
                known.stamp(),
                known.template(),
                Map.of("ETag", known.headers().get("ETag"), "Content-Type", List.of("text/html")),
                Buffer.buffer(MARK));
    }

    boolean hasWhole(String path) {
        return cache.answers.asMap().entrySet().stream()
                .anyMatch(each ->
                        each.getKey().uri().equals(path) && each.getValue().body() != null);
    }

    static RequestSpecification plain() {
        return given().header("Accept-Encoding", "gzip").header("X-Request-Id", "same");
    }

    /** Returns the headers of an answer in order, without the time at which a cookie ends. */
    static List<String> headers(Response response) {
        List<String> headers = new ArrayList<>();
        for (Header each : response.headers()) {
            String value = each.getValue().replaceFirst("Expires=[^;]*", "Expires=later");
            headers.add(each.getName().toLowerCase(Locale.ROOT) + ": " + value);
        }
        headers.sort(null);
        return headers;
    }
}
