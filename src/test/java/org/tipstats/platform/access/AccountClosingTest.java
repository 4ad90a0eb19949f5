package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.platform.access.AccountCalls.ACCOUNTS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountView.CreatedAccount;

@QuarkusTest
class AccountClosingTest {

    @Inject
    TestAccounts accounts;

    private CreatedAccount account;
    private AccountCalls api;

    @BeforeEach
    void signIn() {
        account = accounts.create(AccountRole.ADMINISTRATOR);
        api = new AccountCalls(account.token());
    }

    @Test
    void aClosedAccountEndsAtOnceAndStaysClosed() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        TestAccounts.as(other.token()).get("/problems").then().statusCode(200);
        api.delete(ACCOUNTS + "/" + other.id()).statusCode(204).body(equalTo(""));
        TestAccounts.as(other.token()).get("/problems").then().statusCode(401);
        api.delete(ACCOUNTS + "/" + other.id()).statusCode(204);
        api.get(ACCOUNTS + "/" + other.id())
                .statusCode(200)
                .body("closedAt", notNullValue())
                .body("tokens[0].revokedAt", notNullValue());
        api.post(ACCOUNTS + "/" + other.id() + "/tokens", "{}")
                .statusCode(409)
                .body("type", equalTo("/problems/account-closed"));
        api.audit("accounts/" + other.id()).body("items.action", contains("account-closed", "account-created"));
    }

    /** Demo accounts do not count, because they cannot sign in here. */
    @Test
    void theLastAdministratorCannotBeClosed() {
        String own = ACCOUNTS + "/" + account.id();
        closeOtherAdministrators();
        api.delete(own).statusCode(409).body("type", equalTo("/problems/last-administrator"));
        api.get(own).statusCode(200).body("closedAt", nullValue());
        accounts.create(AccountRole.ADMINISTRATOR);
        api.delete(own).statusCode(204);
        api.get(own).statusCode(401);
    }

    @Test
    void theLastAdministratorKeepsTheRoleAndThePageSaysWhy() {
        closeOtherAdministrators();
        String page = "/en/desk/admin/people/" + account.id();
        SiteSession session = SiteSession.open(api.token());
        String off = "<button type=\"button\" class=\"danger\" disabled aria-describedby=\"dead\">";
        String text = session.page(page);
        assertTrue(
                text.contains(off) && text.contains("<p class=\"dead\" id=\"dead\">This is the last administrator"),
                text);

        session.form()
                .post(page + "/end")
                .then()
                .statusCode(409)
                .body(containsString("<h1>This is the last administrator</h1>"));
        session.form()
                .formParam("roles", "reviewer")
                .post(page + "/rights")
                .then()
                .statusCode(409);
        allow("{\"roles\": [\"reviewer\"]}").statusCode(409).body("type", equalTo("/problems/last-administrator"));
        api.get(ACCOUNTS + "/" + account.id()).body("closedAt", nullValue()).body("roles", contains("administrator"));
        accounts.create(AccountRole.ADMINISTRATOR);
        assertTrue(!session.page(page).contains(off));
        allow("{\"roles\": [\"reviewer\"]}").statusCode(200).body("roles", hasSize(0));
        session.get(page).statusCode(403);
    }

    private ValidatableResponse allow(String body) {
        return api.put(ACCOUNTS + "/" + account.id() + "/rights", body);
    }

    /** Evaluates an expression on the list of accounts. */
    private List<String> all(String expression) {
        return api.get(ACCOUNTS + "?limit=10000").statusCode(200).extract().path(expression);
    }

    private void closeOtherAdministrators() {
        String open =
                "items.findAll { 'administrator' in it.roles && it.closedAt == null && !(it.name =~ /^demo-/) }.id";
        for (String id : all(open)) {
            if (!id.equals(account.id().toString())) {
                api.delete(ACCOUNTS + "/" + id).statusCode(204);
            }
        }
    }

    /**
     * Each request alone would be allowed. The second one comes from a closed account or would close the last
     * administrator.
     */
    @Test
    void twoAdministratorsWhoCloseEachOtherAtOnceDoNotBothSucceed() throws Exception {
        for (int round = 0; round < 5; round++) {
            signIn();
            closeOtherAdministrators();
            CreatedAccount other = accounts.create(AccountRole.ADMINISTRATOR);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> first = both.submit(() -> close(start, account, other));
                Future<Integer> second = both.submit(() -> close(start, other, account));
                Set<Integer> answers = new TreeSet<>(List.of(first.get(), second.get()));
                assertTrue(answers.equals(Set.of(204, 409)) || answers.equals(Set.of(204, 401)), answers.toString());
            } finally {
                both.shutdownNow();
            }
        }
    }

    private static int close(CyclicBarrier start, CreatedAccount by, CreatedAccount whom) throws Exception {
        start.await();
        return TestAccounts.as(by.token()).delete(ACCOUNTS + "/" + whom.id()).statusCode();
    }
}
