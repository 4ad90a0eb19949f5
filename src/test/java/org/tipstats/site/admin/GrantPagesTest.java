package org.tipstats.site.admin;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.admin.PeopleDesk.PEOPLE;
import static org.tipstats.site.admin.PeopleDesk.create;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.ProviderAccountService;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.database.OwnerRole;

/** Tests over HTTP what the pages of accounts say of roles that wait, and of roles that do not fit together. */
@QuarkusTest
class GrantPagesTest {

    @Inject
    SignedIn people;

    @Inject
    PeopleDesk desk;

    @Inject
    ProviderAccountService provided;

    private SiteSession admin;

    @BeforeEach
    void signIn() {
        admin = desk.open();
    }

    @Test
    void aGrantIsConfirmedOnThePageByAnotherAdministratorOnly() {
        String name = "Granted " + UUID.randomUUID();
        create(admin, name, name).then().statusCode(201);
        String page = PEOPLE + "/" + desk.ids(name).get(0);
        List<String> grants = desk.account(desk.ids(name).get(0)).extract().path("grants.id");
        String first = page + "/grants/" + grants.get(0);
        String second = page + "/grants/" + grants.get(1);
        SiteSession other = SiteSession.open(
                people.another(Set.of(AccountRole.ADMINISTRATOR)).token());

        for (String list : new String[] {PEOPLE, page}) {
            assertFalse(admin.page(list).contains("action=\"" + first + "/confirmation\""), "one's own");
            assertTrue(admin.page(list).contains("Another administrator must confirm this."), list);
            assertTrue(other.page(list).contains("action=\"" + first + "/confirmation\""), list);
        }
        admin.form().post(first + "/confirmation").then().statusCode(403);
        other.form().post(first + "/confirmation").then().statusCode(303).header("Location", endsWith(PEOPLE));
        other.form().post(first + "/confirmation").then().statusCode(409);
        admin.form().post(second + "/refusal").then().statusCode(303);
        desk.account(desk.ids(name).get(0))
                .body("roles", contains("reviewer"))
                .body("grants.state", contains("confirmed", "refused"));
        assertFalse(other.page(PEOPLE).contains(second));
        other.get(page.replace("/en/", "/ar/")).statusCode(200);
    }

    @Test
    void aTokenIsConfirmedOnThePageByAnotherAdministratorOnly() {
        CreatedAccount judge = people.another(Set.of(AccountRole.REVIEWER));
        String page = PEOPLE + "/" + judge.id();
        admin.form()
                .formParam("key", UUID.randomUUID().toString())
                .post(page + "/tokens")
                .then()
                .statusCode(201)
                .body(containsString("Another administrator must confirm this token."));
        String token = page + "/tokens/"
                + desk.account(judge.id().toString()).extract().path("tokens[1].id");
        CreatedAccount other = people.another(Set.of(AccountRole.ADMINISTRATOR));
        SiteSession second = SiteSession.open(other.token());
        for (String list : new String[] {PEOPLE, page}) {
            assertFalse(admin.page(list).contains("action=\"" + token + "/confirmation\""), "one's own");
            assertTrue(second.page(list).contains("action=\"" + token + "/confirmation\""), list);
        }
        assertTrue(second.page(page).contains("<span class=\"tag error\">Waits for confirmation</span>"));
        admin.form().post(token + "/confirmation").then().statusCode(403);
        second.form().post(token + "/confirmation").then().statusCode(303).header("Location", endsWith(PEOPLE));
        assertFalse(second.page(PEOPLE).contains(token));
        second.form().post(token + "/confirmation").then().statusCode(409);
    }

    @Test
    void aSignInAtTheProviderIsConfirmedOnThePageByAnotherAdministratorOnly() {
        CreatedAccount judge = people.another(Set.of(AccountRole.REVIEWER));
        CreatedAccount other = people.another(Set.of(AccountRole.ADMINISTRATOR));
        String page = PEOPLE + "/" + judge.id();
        provided.link(
                new ProviderPerson("https://id.example.org " + judge.id(), "Jo", null, null),
                judge.id(),
                new AccessGiver(other.id(), "Bea", Instant.now()));
        SiteSession second = SiteSession.open(other.token());
        assertFalse(second.page(PEOPLE).contains("action=\"" + page + "/link/confirmation\""), "one's own");
        assertTrue(admin.page(PEOPLE).contains("action=\"" + page + "/link/confirmation\""));
        assertTrue(admin.page(page).contains("Sign-in with the organisation"));
        admin.get(page.replace("/en/", "/ar/")).statusCode(200);
        second.form().post(page + "/link/confirmation").then().statusCode(403);
        admin.form().post(page + "/link/confirmation").then().statusCode(303);
        assertFalse(admin.page(PEOPLE).contains(page + "/link"));
        admin.form().post(page + "/link/confirmation").then().statusCode(409);
    }

    @Test
    void anAdministratorWithOtherRolesIsListedUntilTheRolesAreChosen() {
        String id = people.another(Set.of(AccountRole.ADMINISTRATOR)).id().toString();
        String page = PEOPLE + "/" + id;
        OwnerRole.execute("update account set roles = '{administrator,publisher}' where id = '" + id + "'");
        assertTrue(admin.page(PEOPLE).contains("with other roles. New accounts cannot do this."));
        assertTrue(admin.page(PEOPLE + "?state=mixed").contains(page + "\""));
        assertTrue(admin.page(page).contains("This account combines Administrator with other roles."));

        admin.form()
                .formParam("roles", "administrator", "publisher")
                .post(page + "/rights")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#roles\">An administrator has no other role."));
        desk.account(id).body("roles", contains("publisher", "administrator"));
        admin.form()
                .formParam("roles", "publisher")
                .post(page + "/rights")
                .then()
                .statusCode(303);
        desk.account(id).body("roles", contains("publisher"));
        assertFalse(admin.page(PEOPLE + "?state=mixed").contains(page + "\""));
    }

    @Test
    void allGrantsThatWaitAreShownHoweverMany() {
        String name = "Waits " + UUID.randomUUID();
        create(admin, name, name).then().statusCode(201);
        String holders = " where name like 'Another before %'";
        OwnerRole.execute(
                "insert into account (id, name, roles, areas, created_at)"
                        + " select gen_random_uuid(), 'Another before ' || n, '{}', '{}', now()"
                        + " from generate_series(1, 100) n",
                "insert into account_grant (id, account_id, role, granted_by, granted_by_name, granted_at)"
                        + " select gen_random_uuid(), id, 'reviewer', gen_random_uuid(), 'someone', now() from account"
                        + holders);
        try {
            assertTrue(admin.page(PEOPLE).contains(desk.ids(name).get(0) + "/grants/"));
        } finally {
            OwnerRole.execute(
                    "delete from account_grant where account_id in (select id from account" + holders + ")",
                    "delete from account" + holders);
        }
    }
}
