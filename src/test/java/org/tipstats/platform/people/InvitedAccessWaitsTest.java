package org.tipstats.platform.people;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.ProviderAccountService;
import org.tipstats.platform.access.ProviderAccountService.Entry;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.ProviderAccountService.Refusal;

/**
 * Tests that no administrator can act alone with the account of somebody who decides, by an invitation or an address for the
 * organisation's provider.
 */
@QuarkusTest
class InvitedAccessWaitsTest extends AccessWaitsCase {

    @Inject
    ProviderAccountService provided;

    private static ProviderPerson person(String email) {
        return new ProviderPerson("https://id.example.org " + email, "Jo", email, null);
    }

    @Test
    void anInvitationToSomebodyWhoDecidesGivesATokenThatWaits() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.PUBLISHER));
        String token = accepted(invited(first, judge.id()));
        assertTrue(who(token).contains(" [] "), "the inviter might have opened the link");
        String path = judge.id() + "/tokens/" + account(judge.id()).extract().path("tokens[1].id");
        confirm(first, path).statusCode(403);
        confirm(second, path).statusCode(200);
        assertTrue(who(token).contains("[PUBLISHER]"));
    }

    @Test
    void theFirstRoleConfirmsAnInvitationBeforeOrAfterItIsAccepted() {
        Response early = invite(first, "");
        confirm(second, grant(id(early))).statusCode(200);
        assertTrue(who(accepted(early.path("link"))).contains("[REVIEWER]"));

        Response late = invite(first, "");
        String token = accepted(late.path("link"));
        assertTrue(who(token).contains(" [] "));
        confirm(second, grant(id(late))).statusCode(200);
        assertTrue(who(token).contains("[REVIEWER]"));
    }

    @Test
    void nobodyConfirmsTheirOwnInvitationTogetherWithARole() {
        UUID jo = id(invite(first, ""));
        String token = accepted(invited(second, jo));
        confirm(second, grant(jo)).statusCode(200);
        assertTrue(who(token).contains(" [] "), "the second administrator invited alone");
        confirm(first, jo + "/tokens/" + account(jo).extract().path("tokens[0].id"))
                .statusCode(200);
        assertTrue(who(token).contains("[REVIEWER]"));
    }

    @Test
    void whoWritesAnAddressDoesNotBecomeSomebodyWhoDecides() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER), "AUT");
        String email = address();
        write(first.token(), ACCOUNTS + judge.id() + "/contact", email);
        assertEquals(
                Set.of(AccountRole.SUBMITTER),
                provided.enter(person(email)).actor().roles());
        account(judge.id()).body("pendingLink.by", equalTo(first.id().toString()));
        assertTrue(who(judge.token()).contains("REVIEWER"), "the person goes on with the token");

        confirm(first, judge.id() + "/link").statusCode(403);
        confirm(second, judge.id() + "/link").statusCode(200).body("pendingLink", nullValue());
        SignedIn.as(judge.token()).get("/api/v1/who").then().statusCode(401);
        assertTrue(provided.enter(person(email)).actor().may(AccountRole.REVIEWER));
        confirm(second, judge.id() + "/link").statusCode(409);
        SignedIn.as(first.token())
                .get("/api/v1/audit?subject=accounts/" + judge.id())
                .then()
                .body("items.action", hasItem("link-confirmed"));
    }

    @Test
    void whoIsInvitedToAnAccountThatOnlyDecidesWaitsAtTheProvider() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.REVIEWER));
        ProviderPerson person = person(address());
        String link = invited(first, judge.id());
        invitations.accept(link.substring(link.length() - 43), person);
        assertEquals(new Entry(null, Refusal.WAITS), provided.enter(person));
        confirm(second, judge.id() + "/link").statusCode(200);
        assertTrue(provided.enter(person).actor().may(AccountRole.REVIEWER));
    }

    @Test
    void anAddressOfOnesOwnOrOneThatCameWithTheRoleWaitsForNobody() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.REVIEWER));
        String own = address();
        write(judge.token(), "/api/v1/account", own);
        assertTrue(provided.enter(person(own)).actor().may(AccountRole.REVIEWER));

        String email = address();
        confirm(second, grant(id(invite(first, email)))).statusCode(200);
        assertTrue(provided.enter(person(email)).actor().may(AccountRole.REVIEWER));
    }
}
