package org.tipstats;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone who has signed in to the website, as a browser does it. @param cookie the session's; null where none was opened */
public record SiteSession(String cookie) {

    private static final String COOKIE = "tipstats";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    /** Signs in with a token. */
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
        assertTrue(found.find(), "the page has no form");
        return found.group(1);
    }

    /** A request of this session, which does not follow where it is led. */
    public RequestSpecification request() {
        return given().redirects().follow(false).cookie(COOKIE, cookie);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** The text of a page that is there. */
    public String page(String path) {
        return get(path).statusCode(200).extract().asString();
    }

    /** A form that a page of this session sends. */
    public RequestSpecification form() {
        return request().formParam("form-token", formToken(page("/en/desk")));
    }
}
