package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.platform.access.AccountCalls.ACCOUNTS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.http.PageRequest;

/** Tests the list of accounts over HTTP. */
@QuarkusTest
class AccountListTest {

    @Inject
    TestAccounts accounts;

    private AccountCalls api;

    @BeforeEach
    void signIn() {
        api = new AccountCalls(accounts.token(AccountRole.ADMINISTRATOR));
    }

    /** Evaluates an expression on all pages of the list that a query asks for. */
    private <T> List<T> all(String query, String expression) {
        List<T> found = new ArrayList<>();
        String next = ACCOUNTS + query;
        while (next != null) {
            Response page = api.request().urlEncodingEnabled(false).get(next);
            assertEquals(200, page.statusCode());
            found.addAll(page.path(expression));
            next = page.path("next");
        }
        return found;
    }

    @Test
    void theListIsInTheOrderOfNamesEachOnce() {
        String mark = UUID.randomUUID().toString();
        for (String name : List.of("c", "a", "b", "a")) {
            api.post(ACCOUNTS, "{\"name\": \"" + mark + name + "\", \"roles\": [\"reviewer\"]}")
                    .statusCode(201);
        }
        // One on each page, so that two of one name are on two.
        List<String> names = all("?limit=1&name=" + mark, "items.name");
        assertEquals(
                List.of("a", "a", "b", "c"),
                names.stream().map(name -> name.substring(mark.length())).toList());
        List<String> marked = all("?limit=1&name=" + mark, "items.id");
        assertEquals(4, Set.copyOf(marked).size());
        List<String> ids = all("?limit=20", "items.id");
        assertTrue(ids.containsAll(marked));
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void aCursorThatTheDatabaseCannotReadIsRefused() {
        String cursor = PageRequest.encode(UUID.randomUUID() + "a\0");
        api.get(ACCOUNTS + "?cursor=" + cursor).statusCode(400);
    }

    @Test
    void theListHoldsNoSecrets() {
        CreatedAccount other = accounts.create(AccountRole.PUBLISHER);
        List<List<String>> prefixes = all("?limit=20", "items.tokens.prefix");
        assertTrue(prefixes.contains(List.of(other.token().substring(0, 8))));
        api.get(ACCOUNTS + "?limit=10000").statusCode(200).body(not(matchesPattern("(?s).*tip_[A-Za-z0-9_-]{5}.*")));
    }

    @Test
    void theListIsNarrowedDown() {
        String mark = UUID.randomUUID().toString();
        String id = api.post(
                        ACCOUNTS, "{\"name\": \"Ä" + mark + "\", \"roles\": [\"submitter\"], \"areas\": [\"PRY\"]}")
                .extract()
                .path("id");
        for (String all : new String[] {"", "&role=submitter", "&role=submitter&area=PRY", "&state=open"}) {
            api.get(ACCOUNTS + "?name=" + mark.toUpperCase(Locale.ROOT) + all).body("items.id", contains(id));
        }
        api.get(ACCOUNTS + "?name=Ä" + mark).body("items.id", contains(id));
        for (String none : new String[] {"&role=publisher", "&area=AUT", "&state=closed"}) {
            api.get(ACCOUNTS + "?name=" + mark + none).statusCode(200).body("items", hasSize(0));
        }
        api.get(ACCOUNTS + "?role=reviwer").statusCode(400).body("errors[0].suggestions", hasItem("reviewer"));
        api.get(ACCOUNTS + "?state=gone").statusCode(400);
    }
}
