package org.tipstats.publish.notice;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.SignedIn;
import org.tipstats.publish.release.TestReleases;

/** The base of tests of notices: publishes releases, and adds errata as a publisher does. */
abstract class NoticeCase {

    static final String RELEASES = "/api/v1/releases/";
    static final String DATA =
            "/data/VICTIMS?REF_AREA=AUT&TIME_PERIOD=2001&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER";

    /** The class of tests for which a figure is accepted: the store is emptied between two classes. */
    private static Class<?> prepared;

    private static int next;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    @BeforeEach
    void accept() {
        if (prepared != getClass()) {
            releases.acceptOne();
            prepared = getClass();
        }
    }

    /** Publishes a release of this test and returns its id. */
    String publish() {
        String id = "noted-" + next++;
        releases.publish(id);
        return id;
    }

    ValidatableResponse post(String token, String path, Object body) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(RELEASES + path)
                .then();
    }

    ValidatableResponse erratum(String token, String id, Map<String, String> text) {
        return post(token, id + "/erratum", Map.of("text", text));
    }
}
