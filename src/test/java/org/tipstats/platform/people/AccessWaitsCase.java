package org.tipstats.platform.people;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/**
 * The base of tests that no administrator can act alone with the account of somebody who decides: two administrators who have
 * signed in. A subclass must be a {@code @QuarkusTest}.
 */
abstract class AccessWaitsCase {

    static final String ACCOUNTS = "/api/v1/accounts/";

    @Inject
    SignedIn accounts;

    @Inject
    InvitationService invitations;

    CreatedAccount first;
    CreatedAccount second;

    @BeforeEach
    void signIn() {
        first = accounts.another(Set.of(AccountRole.ADMINISTRATOR));
        second = accounts.another(Set.of(AccountRole.ADMINISTRATOR));
        who(first.token());
        who(second.token());
    }

    static String who(String token) {
        return SignedIn.as(token).get("/api/v1/who").asString();
    }

    static Response issue(CreatedAccount by, UUID account) {
        return SignedIn.as(by.token()).contentType(ContentType.JSON).post(ACCOUNTS + account + "/tokens");
    }

    static ValidatableResponse confirm(CreatedAccount by, String path) {
        return SignedIn.as(by.token()).post(ACCOUNTS + path + "/confirmation").then();
    }

    ValidatableResponse account(UUID id) {
        return SignedIn.as(first.token()).get(ACCOUNTS + id).then().statusCode(200);
    }

    String accepted(String link) {
        return invitations.accept(link.substring(link.length() - 43)).token().token();
    }

    static String invited(CreatedAccount by, UUID account) {
        return SignedIn.as(by.token()).post(ACCOUNTS + account + "/invitation").path("link");
    }

    static Response invite(CreatedAccount by, String email) {
        return SignedIn.as(by.token())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Jo", "roles", new String[] {"reviewer"}, "email", email))
                .post("/api/v1/invitations");
    }

    static UUID id(Response invitation) {
        return UUID.fromString(invitation.then().statusCode(201).extract().path("account"));
    }

    String grant(UUID account) {
        return account + "/grants/" + account(account).extract().path("grants[0].id");
    }

    static String address() {
        return "jo-" + UUID.randomUUID() + "@example.org";
    }

    static void write(String token, String path, String email) {
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .put(path)
                .then()
                .statusCode(200);
    }
}
