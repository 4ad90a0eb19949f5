package org.tipstats;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session of a user who signs in to the website with a browser.
 *
 * @param cookie the cookie of the session; null if no session was opened
 */
public record SiteSession(String cookie) {

    private static final String COOKIE = "tipstats";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    public static SiteSession open(String token) {
        Response form = given().get("/en/sign-in");
        Response answer = given().redirects()
                .follow(false)
                .cookie(COOKIE, form.getCookie(COOKIE))
                .formParam("token", token)
                .formParam("form-token", formToken(form.asString()))
                .post("/en/sign-in");
        return new SiteSession(answer.statusCode() == 303 ? answer.getCookie(COOKIE) : null);
    }

    private static String formToken(String page) {
        Matcher found = TOKEN.matcher(page);
        assertTrue(found.find(), "the page must have a form");
        return found.group(1);
    }

    /** Returns a request of this session that does not follow redirects. */
    public RequestSpecification request() {
        return given().redirects().follow(false).cookie(COOKIE, cookie);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** Returns the text of a page. Fails if the status is not 200. */
    public String page(String path) {
        return get(path).statusCode(200).extract().asString();
    }

    /** Returns a request that submits a form of this session. */
    public RequestSpecification form() {
        return request().formParam("form-token", formToken(page("/en/desk")));
    }
}
