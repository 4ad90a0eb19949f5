package org.tipstats.site.admin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;

/** What the tests of the pages of accounts share: the paths, and the accounts as the API shows them. */
@Singleton
public class PeopleDesk {

    static final String PEOPLE = "/en/desk/admin/people";

    private static final Pattern SECRET = Pattern.compile("tip_[A-Za-z0-9_-]{43}");

    private final SignedIn people;

    PeopleDesk(SignedIn people) {
        this.people = people;
    }

    /** Returns a session of the shared administrator. */
    SiteSession open() {
        return SiteSession.open(people.administrator());
    }

    ValidatableResponse account(Object id) {
        return SignedIn.as(people.administrator())
                .get("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
    }

    List<String> ids(String name) {
        return SignedIn.as(people.administrator())
                .queryParam("name", name)
                .get("/api/v1/accounts")
                .path("items.id");
    }

    /** Creates an account by the form, with roles that wait. */
    static Response create(SiteSession admin, String name, String key) {
        return admin.form()
                .formParam("name", name)
                .formParam("roles", "reviewer", "publisher")
                .formParam("source", "")
                .formParam("key", key)
                .post(PEOPLE + "/new");
    }

    /** Finds the token on a page that shows a new one. */
    static String secret(Response answer) {
        Matcher found = SECRET.matcher(answer.asString());
        assertTrue(found.find(), answer.asString());
        return found.group();
    }
}
