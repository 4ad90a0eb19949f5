package org.tipstats.site.frame;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

/** Asks for pages of the site as a browser does. */
public final class SitePages {

    private SitePages() {}

    /** Returns the answer, also if it leads to another page. */
    public static Response get(String address) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(address);
    }

    public static String page(String address) {
        return get(address).then().statusCode(200).extract().asString();
    }

    /** Returns the text of HTML without its tags. */
    public static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
