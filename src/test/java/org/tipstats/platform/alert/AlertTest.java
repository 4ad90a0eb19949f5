package org.tipstats.platform.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.vocabulary.schema.LocalText;

/** Alerts by API, on the pages of administrators, and as gauges. */
@QuarkusTest
class AlertTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:tipstats|http)_\\w+");

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    SignedIn people;

    @Inject
    Database database;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    @Inject
    AlertService alerts;

    @Inject
    @Any
    Instance<AlertCause> causes;

    @BeforeEach
    @AfterEach
    void forgetBackups() {
        database.update("delete from backup_made");
        alerts.measure();
    }

    private void backupBefore(Duration age) {
        database.update(
                "insert into backup_made (at, bytes) values (?, 1)",
                clock.instant().minus(age));
    }

    private ValidatableResponse list(String query) {
        return SignedIn.as(people.administrator())
                .get("/api/v1/alerts" + query)
                .then()
                .statusCode(200);
    }

    private String metrics() {
        return given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void whatIsMeasuredIsListedWithItsLimit() {
        list("").body("items.id", not(hasItem("backup-old")))
                .body(
                        "measures.id",
                        hasItems(
                                "backup-old",
                                "compilation-slow",
                                "disk-space",
                                "emergency-token",
                                "jobs-slow",
                                "log-broken",
                                "log-unverified",
                                "sign-ins-refused",
                                "webhooks-failed",
                                "webhooks-waiting"))
                .body("measures.find { it.id == 'backup-old' }.value", nullValue())
                .body("measures.find { it.id == 'backup-old' }.threshold", equalTo(36 * 3600))
                .body("measures.find { it.id == 'webhooks-waiting' }.unit", equalTo("seconds"));
    }

    @Test
    void anOldBackupIsAnAlertForAdministratorsUntilThereIsANewOne() {
        backupBefore(Duration.ofHours(40));
        list("?lang=fr")
                .body("items.find { it.id == 'backup-old' }.severity", equalTo("warning"))
                .body(
                        "items.find { it.id == 'backup-old' }.problem",
                        equalTo("La dernière sauvegarde date de 40\u00a0heures. La limite est de 36\u00a0heures."))
                .body("items.find { it.id == 'backup-old' }.remedy", containsString("« backup »"));
        assertTrue(metrics().contains("tipstats_alert{id=\"backup-old\"} 1.0"), metrics());
        SiteSession admin = SiteSession.open(people.administrator());
        assertTrue(admin.page("/en/desk").contains("href=\"/en/desk/admin/alerts\""), "the desk leads to the alerts");
        int all = list("").extract().path("items.size()");
        String counted = all == 1 ? "One alert" : all + " alerts";
        assertTrue(admin.page("/en/desk/admin").contains(counted), "the overview counts them");
        assertTrue(admin.page("/en/desk/admin/alerts").contains("The last backup is 40 hours old."));
        String reviewers = SiteSession.open(people.reviewer()).page("/en/desk");
        assertTrue(!reviewers.contains("desk/admin/alerts"), reviewers);

        backupBefore(Duration.ofHours(1));
        list("").body("items.id", not(hasItem("backup-old")));
        assertTrue(metrics().contains("tipstats_alert{id=\"backup-old\"} 0.0"), metrics());
        boolean others = list("").extract().<Integer>path("items.size()") > 0;
        assertEquals(others, admin.page("/en/desk").contains("desk/admin/alerts"));
    }

    @Test
    void refusedSignInsOfTheLastHourAreCountedFromTheLog() {
        long before = refused();
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(AuditEvent.by("anonymous", "anonymous", "sign-in-refused", "sign-in")
                        .detail("address", "192.0.2.7")
                        .detail("tries", 70L)));
        assertEquals(before + 70, refused());
    }

    private long refused() {
        return list("").extract().jsonPath().getLong("measures.find { it.id == 'sign-ins-refused' }.value");
    }

    private ValidatableResponse verify() {
        return SignedIn.as(people.administrator())
                .get("/api/v1/audit/verification")
                .then()
                .statusCode(200);
    }

    @Test
    void theLogIsVerifiedAgainstTheDailyStatements() {
        verify().body("intact", equalTo(true));
        list("").body("measures.find { it.id == 'log-broken' }.value", equalTo(0))
                .body("items.id", not(hasItem("log-broken")));
        database.update(
                "insert into audit_statement (day, seq, hash, at, envelope) values ('2000-01-01', 1, ?, ?, '')",
                "0".repeat(64),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            verify().body("brokenAt", equalTo(1));
            list("").body("items.find { it.id == 'log-broken' }.severity", equalTo("critical"))
                    .body("items.find { it.id == 'log-broken' }.value", equalTo(1))
                    .body("items[0].id", equalTo("log-broken"));
            String since = brokenSince();
            verify().body("brokenAt", equalTo(1));
            assertEquals(since, brokenSince(), "a later verification moves the beginning of the alert");
        } finally {
            // The role of the service may only append to the statements.
            OwnerRole.execute("delete from audit_statement where day = '2000-01-01'");
            verify();
        }
    }

    private String brokenSince() {
        return list("").extract().path("items.find { it.id == 'log-broken' }.since");
    }

    @Test
    void everyCauseHasTextsInEveryLanguage() {
        for (AlertCause cause : causes) {
            Instant now = clock.instant();
            WatchedMeasure measure = WatchedMeasure.of(cause, cause.measure().apply(now), null, now);
            for (String language : LocalText.LANGUAGES) {
                AlertTexts texts = AlertTexts.in(language);
                List.of(texts.name(measure), texts.problem(measure), texts.remedy(measure))
                        .forEach(text -> assertTrue(text.length() > 5, language + " " + measure.id()));
            }
        }
    }

    @Test
    void theRulesForPrometheusNameMetricsThatExist() throws IOException {
        list(""); // the first request makes the metrics of requests
        String present = metrics();
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src", "docs", "prometheus-rules.yml").toFile())
                .at("/groups/0/rules");
        Set<String> named = new TreeSet<>();
        for (JsonNode rule : rules) {
            assertTrue(rule.hasNonNull("alert") && rule.at("/labels").hasNonNull("severity"), rule.toString());
            METRIC.matcher(rule.path("expr").asText()).results().forEach(found -> named.add(found.group()));
        }
        named.removeIf(name ->
                Pattern.compile("(?m)^" + name + "[{ ]").matcher(present).find());
        assertEquals(Set.of(), named);
        for (AlertCause cause : causes) {
            String gauge = cause.metric().replace('.', '_');
            assertTrue(rules.toString().contains(gauge), gauge + " is in no rule");
        }
    }
}
