package org.tipstats.site.session;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tipstats.OtherDeployment;
import org.tipstats.SignedIn;

/** People whom an invitation brings sign in with Keycloak. */
@QuarkusTest
@TestProfile(OtherDeployment.class)
class ProviderInvitationTest extends ProviderCase {

    private RequestSpecification administrator() {
        return SignedIn.as(people.administrator()).contentType(ContentType.JSON);
    }

    /** Invites somebody, and returns the path of the invitation. */
    private String invitation(String name) {
        String made = administrator()
                .body("{\"name\": \"" + name + "\", \"roles\": [\"reviewer\"]}")
                .post("/api/v1/invitations")
                .asString();
        Matcher link = Pattern.compile("/en/invitation/[A-Za-z0-9_-]{43}").matcher(made);
        assertTrue(link.find(), made);
        return link.group();
    }

    /** Presses the button of an invitation, and returns the address to which its page leads. */
    private String leave(String path) {
        HttpResponse<String> way = browser.post(at(path + "/provider"), Map.of("form-token", formToken(path)));
        assertEquals(200, way.statusCode(), way.body());
        return way.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
    }

    private String signedInName() {
        Matcher name = Pattern.compile("(Rita Tester|Ina of the office)")
                .matcher(browser.get(at("/en/desk")).body());
        assertTrue(name.find());
        return name.group();
    }

    @Test
    void anInvitationLinksTheAccountToWhoeverSignsInWithIt() {
        String path = invitation("Ina of the office");
        String page = browser.get(at(path)).body();
        assertTrue(page.contains("Sign in with Keycloak") && page.contains("get a token"), page);
        assertEquals(
                403,
                browser.post(at(path + "/provider"), Map.of("form-token", "x")).statusCode());

        HttpResponse<String> landing = signIn("ina", leave(path));

        assertEquals(200, landing.statusCode(), landing.body());
        assertEquals("Ina of the office", signedInName());
        assertNull(browser.cookie(here, "tipstats-invitation"));
        assertEquals(404, browser.get(at(path)).statusCode(), "the link works once");
        administrator()
                .get("/api/v1/accounts?name=Ina of the office")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].tokens.size()", equalTo(0));
    }

    @Test
    void anInvitationOpensNothingForWhoHasAnAccountOrSignsInAnotherWay() {
        String path = invitation("Somebody else");
        leave(path);
        signIn("rita");
        assertEquals("Rita Tester", signedInName(), "the person before left the browser");
        assertEquals(200, browser.get(at(leave(path))).statusCode());
        assertEquals("Rita Tester", signedInName(), "who has an account keeps it");
        assertEquals(200, browser.get(at(path)).statusCode(), "and the invitation waits");
    }
}
