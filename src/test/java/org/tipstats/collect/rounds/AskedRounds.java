package org.tipstats.collect.rounds;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.tipstats.SignedIn;

/** Opens rounds for tests that need one. */
public final class AskedRounds {

    /** The years that the rounds ask for. */
    public static final List<String> YEARS = List.of("2022", "2023", "2024");

    private AskedRounds() {}

    /** Opens a round that asks areas for VICTIMS. */
    public static void open(String administrator, String id, String... areas) {
        open(administrator, id, "VICTIMS", YEARS, areas);
    }

    /** Opens a round that asks areas for a dataflow. */
    public static void open(String administrator, String id, String dataflow, List<String> years, String... areas) {
        SignedIn.as(administrator)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id", id,
                        "title", Map.of("en", "Figures"),
                        "dataflows", List.of(dataflow),
                        "years", years,
                        "areas", List.of(areas),
                        "closesAt", Instant.now().plus(30, ChronoUnit.DAYS).toString(),
                        "contact", "Data office"))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
    }

    /** Returns the key of a number of victims of a sex, with all ages and forms. */
    public static String key(String area, String sex, String year) {
        return "A." + area + "." + sex + "._T._T.NUMBER." + year;
    }

    /** Queues the mail to those whom open rounds ask, as the service does every some minutes. */
    public static void mail() {
        Arc.container().instance(RoundMails.class).get().queue();
    }
}
