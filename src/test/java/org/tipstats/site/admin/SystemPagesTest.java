package org.tipstats.site.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.TokenService;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests the pages for administrators over HTTP. */
@QuarkusTest
class SystemPagesTest {

    private static final String ADMIN = "/en/desk/admin";
    private static final List<String> PAGES = List.of(
            "",
            "/people",
            "/areas",
            "/schemas",
            "/rules",
            "/settings",
            "/population",
            "/audit",
            "/audit/verification",
            "/health",
            "/alerts",
            "/retention");

    @Inject
    SignedIn people;

    @Inject
    SchemaRegistry schemas;

    @Inject
    AuditRecorder recorder;

    @Inject
    TokenService tokens;

    @ConfigProperty(name = "tipstats.max-upload")
    String maxUpload;

    private SiteSession admin;

    @BeforeEach
    void signIn() {
        admin = SiteSession.open(people.administrator());
    }

    @Test
    void theOverviewLeadsToAllParts() {
        String page = admin.page(ADMIN);

        for (String part : PAGES.subList(1, PAGES.size())) {
            if (!part.endsWith("verification")) {
                assertTrue(page.contains("href=\"" + ADMIN + part + "\""), part);
            }
        }
        assertTrue(page.contains("The service is ready. All checks passed."), page);
    }

    @Test
    void thePagesAreForAdministratorsAndForNoOneElse() {
        for (String token : new String[] {people.submitter("ALB"), people.reviewer(), people.publisher()}) {
            SiteSession session = SiteSession.open(token);
            for (String part : PAGES) {
                session.get(ADMIN + part)
                        .statusCode(403)
                        .body(containsString("Your account has no access to this page"));
            }
            session.get(ADMIN + "/audit/entries.csv").statusCode(403);
        }
        for (String part : PAGES) {
            given().get(ADMIN + part).then().statusCode(401);
            admin.get(ADMIN + part).statusCode(200).header("Cache-Control", "no-store");
        }
    }

    @Test
    void everyAreaIsThereWithThoseWhoSendItsFiles() {
        CreatedAccount sender = people.another(Set.of(AccountRole.SUBMITTER), "KIR");
        String page = admin.page(ADMIN + "/areas");

        for (Code area : schemas.areas().codes()) {
            assertEquals(!area.isAreaGroup(), page.contains("<bdi><code>" + area.id() + "</code></bdi>"), area.id());
        }
        assertTrue(page.contains(ADMIN + "/people/" + sender.id() + "\"><bdi>submitter KIR</bdi>"), page);
        assertTrue(page.contains("href=\"/en/areas/KIR\""), "the area must link to its public page");
    }

    @Test
    void schemasRulesAndTheirSettingsAreShown() {
        String page = admin.page(ADMIN + "/schemas");

        schemas.dataflows().forEach(flow -> assertTrue(page.contains("<code>" + flow.id() + "</code>"), flow.id()));
        RuleCatalogue.entries()
                .forEach(rule -> assertTrue(page.contains("href=\"/en/methods/rules/" + rule.id()), rule.id()));
        schemas.codeLists()
                .forEach(list -> assertTrue(page.contains("href=\"/en/methods/codelists/" + list.id()), list.id()));
        assertTrue(page.contains("factor=3 smallest=20"), "what VICTIMS sets of change-over-time");
        assertTrue(page.contains("Counts below 5, other than 0, are never published"), page);
    }

    @Test
    void settingsAreShownAndSecretsAreNot() {
        String page = admin.page(ADMIN + "/settings");

        assertTrue(row(page, "tipstats.max-upload").contains("<code>" + maxUpload + "</code>"), page);
        assertTrue(row(page, "tipstats.max-upload").contains("TIPSTATS_MAX_UPLOAD"), page);
        assertTrue(row(page, "tipstats.sessions.idle").contains("<code>30m</code>"), page);
        assertTrue(row(page, "tipstats.tokens.lifetime").contains("<code>365d</code>"), page);
        assertTrue(row(page, "quarkus.http.port").contains("Set at startup"), page);
        for (String secret : List.of("database.url", "database.username", "database.password", "mail.password")) {
            String row = row(page, "tipstats." + secret);
            assertTrue(row.matches("(?s).*<td data-label=\"Value\">(Not set|Set)</td>.*"), row);
        }
        assertFalse(page.contains("jdbc:"), "the address may hold a password");
    }

    @Test
    void thePageHasTheSettingsThatTheGuideLists() throws IOException {
        String page = admin.page(ADMIN + "/settings");
        Set<String> notOnThePage = Set.of("TIPSTATS_HEAP_PERCENT", "TIPSTATS_ALLOW_ROOT");
        Matcher listed = Pattern.compile("^\\| `(TIPSTATS_[A-Z_]+[A-Z])`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/docs/running.md")));
        while (listed.find()) {
            String variable = listed.group(1);
            assertTrue(notOnThePage.contains(variable) || page.contains(">" + variable + "<"), variable);
        }
    }

    private static String row(String page, String setting) {
        int from = page.indexOf("<code>" + setting + "</code>");
        assertTrue(from > 0, setting);
        return page.substring(from, page.indexOf("</tr>", from));
    }

    /** Records an entry in the transaction of a change, as the service does. */
    private void record(String actor, String subject, String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> recorder.record(AuditEvent.by(new UUID(3, 4).toString(), actor, "tested-page", subject)
                        .detail("name", name)));
    }

    @Test
    void theLogIsNarrowedDownAndTakenAsAFile() {
        String mark = UUID.randomUUID().toString();
        record("=Mallory " + mark, "tests/" + mark, "+1 <i>\"quoted\"</i>");

        for (String query :
                new String[] {"who=" + mark, "who=" + mark + "&action=tested-page&from=2020-01-01&until="}) {
            String page = admin.page(ADMIN + "/audit?" + query);
            assertTrue(page.contains("tests/" + mark), query);
            assertTrue(page.contains("&lt;i&gt;"), "escaped");
        }
        for (String query : new String[] {"&action=signed-in", "&area=KIR", "&until=2020-01-01"}) {
            String page = admin.page(ADMIN + "/audit?who=" + mark + query);
            assertFalse(page.contains("tests/" + mark), query);
            assertTrue(page.contains("No entry matches your selection."), query);
        }
        admin.get(ADMIN + "/audit?from=soon").statusCode(400);
        admin.get(ADMIN + "/audit?from=%2B300000-01-01").statusCode(400);
        Response file = admin.request().get(ADMIN + "/audit/entries.csv?who=" + mark);
        file.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .header("Cache-Control", "no-store");
        List<String> lines = file.asString().lines().toList();
        assertEquals("seq,at,actor,actorName,action,subject,fromHash,toHash,detail,prevHash,hash", lines.get(0));
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).contains(",'=Mallory " + mark + ",tested-page,tests/" + mark + ",,,"), lines.get(1));
        assertTrue(lines.get(1).contains("\"{\"\"name\"\":\"\"+1 <i>\\\"\"quoted\\\"\"</i>\"\"}\""), lines.get(1));
        assertTrue(Instant.parse(lines.get(1).split(",")[1]).isAfter(Instant.EPOCH), "a time");
    }

    @Test
    void whatAnAreaHasInTheLogIsFound() {
        CreatedAccount sender = people.another(Set.of(AccountRole.SUBMITTER), "NRU");
        CreatedAccount other = people.another(Set.of(AccountRole.SUBMITTER), "TON");
        tokens.issue(
                new Actor(new UUID(0, 3), "issuer", Set.of(AccountRole.ADMINISTRATOR), Set.of()),
                sender.id(),
                null,
                null);
        String page = admin.page(ADMIN + "/audit?area=NRU");

        assertTrue(page.contains("accounts/" + sender.id() + "<"), page);
        assertTrue(page.contains("accounts/" + sender.id() + "/tokens/"), page);
        assertFalse(page.contains(other.id().toString()));
        assertTrue(page.contains("Token issued"), page);
    }

    @Test
    void olderEntriesAreOnTheNextPage() {
        for (int i = 0; i < 101; i++) {
            record("Many", "tests/many", "x");
        }

        String many = admin.page(ADMIN + "/audit?who=Many&action=tested-page");
        var older = Pattern.compile("href=\"(" + ADMIN + "/audit\\?[^\"]*cursor=[^\"]+)\"")
                .matcher(many);
        assertTrue(older.find(), many);
        String rest = admin.page(older.group(1).replace("&amp;", "&"));
        assertTrue(rest.contains("tests/many") && !rest.equals(many), rest);
    }

    @Test
    void theChainIsVerifiedUpToANotedEntry() {
        String page = admin.page(ADMIN + "/audit/verification");
        assertTrue(page.contains("The chain is intact up to entry "), page);
        var head = Pattern.compile("<dd><bdi>(\\d+)</bdi></dd>.*?<code>([0-9a-f]{64})</code>", Pattern.DOTALL)
                .matcher(page);
        assertTrue(head.find(), page);

        String known = "?seq=" + head.group(1) + "&hash=";
        assertTrue(admin.page(ADMIN + "/audit/verification" + known + head.group(2))
                .contains("is intact up to"));
        assertTrue(admin.page(ADMIN + "/audit/verification" + known + "0".repeat(64))
                .contains("The chain breaks at entry "));
        for (String wrong : new String[] {"?seq=1", "?seq=x&hash=" + "0".repeat(64), "?hash=" + "0".repeat(63)}) {
            admin.get(ADMIN + "/audit/verification" + wrong)
                    .statusCode(422)
                    .body(containsString("<title>Error: Verify the log"), containsString("href=\"#hash\""));
        }
    }

    @Test
    void healthSaysWhatTheChecksFind() {
        String page = admin.page(ADMIN + "/health");

        assertTrue(page.contains("Database responds") && page.contains("Start completed"), page);
        assertTrue(page.contains("PostgreSQL 1"), page);
        assertTrue(page.matches("(?s).*Size of the database</dt><dd><bdi>[0-9,]+ MB</bdi>.*"), page);
    }

    @Test
    void thePopulationPageLeadsToItsForm() {
        assertTrue(admin.page(ADMIN + "/population").contains("href=\"/en/desk/submissions/new?dataflow=POPULATION\""));
    }

    /** This also holds if several resources share the beginning of an address. */
    @Test
    void aMethodThatAPageDoesNotHaveIsRefusedAsSuch() {
        for (String path : new String[] {"/en/about", "/en/areas", "/en/sign-in", ADMIN, ADMIN + "/people"}) {
            admin.request()
                    .put(path)
                    .then()
                    .statusCode(405)
                    .header("Allow", containsString("GET"))
                    .body(containsString("This action is not possible here"));
        }
        admin.request().post("/en/about").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        admin.request().put("/en/no-such-page").then().statusCode(404);
        admin.get("/en/desk").header("Content-Type", endsWith("UTF-8"));
    }
}
