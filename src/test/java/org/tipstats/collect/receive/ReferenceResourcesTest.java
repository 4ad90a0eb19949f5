package org.tipstats.collect.receive;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferenceResourcesTest {

    private static final String RULES = "/api/v1/rules";

    @ConfigProperty(name = "tipstats.max-upload")
    MemorySize maxUpload;

    @ConfigProperty(name = "tipstats.body.patience")
    Duration patience;

    @Test
    void theRulesAreListedWithWhatTheyMean() {
        given().get(RULES)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("next", nullValue())
                .body(
                        "items.id",
                        hasItems(
                                "unreadable-file",
                                "wrong-file-type",
                                "damaged-text",
                                "empty-file",
                                "missing-column",
                                "unknown-column",
                                "duplicate-column",
                                "ragged-row",
                                "case-level-data",
                                "unknown-code",
                                "not-a-count",
                                "missing-value-status",
                                "value-with-missing-status",
                                "period-not-allowed",
                                "area-not-yours",
                                "implausible-unit",
                                "duplicate-key",
                                "sum-exceeds-total",
                                "sum-below-total",
                                "part-exceeds-total",
                                "child-exceeds-parent",
                                "revision",
                                "value-dropped"))
                .body("items.severity", everyItem(is(oneOf("error", "warning", "information"))))
                .body("items.kind", everyItem(is(oneOf("file", "cell", "row"))))
                .body("items.title", everyItem(not(equalTo(""))))
                .body("items.reason", everyItem(notNullValue()))
                .body("items.example", everyItem(notNullValue()))
                .body("items.remedy", everyItem(notNullValue()));
    }

    @Test
    void aRuleSaysWhatToDoInTheLanguageAskedForAndHowOftenItFires() {
        given().get(RULES + "/stage-order?lang=fr")
                .then()
                .statusCode(200)
                .body("remedy", startsWith("Vérifier les deux"))
                .body("hitRate", containsString("84 of 839 area-years (10.0 %)"));
        given().get(RULES + "/unknown-code").then().body("$", hasKey("hitRate")).body("hitRate", nullValue());
    }

    @Test
    void aRuleHasItsSeverityByDefault() {
        for (String rule : List.of("unknown-code", "duplicate-key", "case-level-data")) {
            given().get(RULES + "/" + rule).then().statusCode(200).body("severity", equalTo("error"));
        }
        for (String rule : List.of("sum-exceeds-total", "revision", "value-dropped")) {
            given().get(RULES + "/" + rule).then().statusCode(200).body("severity", equalTo("warning"));
        }
    }

    @Test
    void aRuleIsTheSameInTheListAndAlone() {
        List<Object> all = given().get(RULES).path("items");
        assertEquals(all.get(0), given().get(RULES + "/unreadable-file").path(""));
    }

    @Test
    void anUnknownRuleIsNotFound() {
        given().get(RULES + "/unknown-cod")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void theRulesComeInPages() {
        Response first = given().get(RULES + "?limit=5");
        first.then().statusCode(200).body("items", hasSize(5));
        String next = first.path("next");
        assertEquals("<" + next + ">; rel=\"next\"", first.header("Link"));
        Response second = given().urlEncodingEnabled(false).get(next);
        second.then().statusCode(200).body("items", hasSize(5));
        List<String> all = given().get(RULES).path("items.id");
        assertEquals(all.subList(0, 5), first.path("items.id"));
        assertEquals(all.subList(5, 10), second.path("items.id"));
    }

    @Test
    void aPageHasAtMostTenThousandItems() {
        for (String limit : List.of("0", "10001", "x")) {
            given().get(RULES + "?limit=" + limit).then().statusCode(400).body("errors[0].parameter", equalTo("limit"));
        }
        given().get(RULES + "?cursor=%25%25").then().statusCode(400).body("errors[0].parameter", equalTo("cursor"));
    }

    @Test
    void onlyLanguagesThatThereAreCanBeAskedFor() {
        given().get(RULES + "?lang=de")
                .then()
                .statusCode(400)
                .body("errors[0].suggestions", contains("en", "fr", "es", "ru", "ar", "zh"));
        given().header("Accept-Language", "de, fr;q=0.5").get(RULES).then().statusCode(200);
    }

    @Test
    void theLimitsAreShown() {
        given().get("/api/v1/limits")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("upload.maxBytes", equalTo((int) maxUpload.asLongValue()))
                .body("upload.maxColumns", equalTo(200))
                .body("upload.maxCellCharacters", equalTo(4_000))
                .body("upload.parallelUploads", equalTo(8))
                .body("upload.minimumBytesPerSecond", equalTo(10_000))
                .body("upload.minimumAppliesAfterSeconds", equalTo((int) patience.toSeconds()))
                .body("upload.findingsKept", equalTo(100_000))
                .body("reply.defaultLimit", equalTo(100))
                .body("reply.maxLimit", equalTo(10_000))
                .body("reply.maxFindings", equalTo(1_000))
                .body("files.maxObservations", equalTo(5_000_000))
                .body("files.maxWorkbookObservations", equalTo(500))
                .body("files.maxQueryBytes", equalTo(262_144))
                .body("jobs.maxKeptBytes", equalTo(1024 * 1024 * 1024))
                .body("rates.requestsPerMinute", equalTo(0))
                .body("rates.uploadsPerMinute", equalTo(0))
                .body("rates.savedQueriesPerDay", greaterThan(0));
    }

    @Test
    void whatIsOpenIsReadOnly() {
        for (String path : List.of(RULES, RULES + "/revision", "/api/v1/limits")) {
            given().head(path).then().statusCode(200);
            given().options(path).then().statusCode(200).header("Allow", "GET, HEAD, OPTIONS");
            given().delete(path).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        }
    }
}
