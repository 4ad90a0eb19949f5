package org.tipstats.collect.values;

import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** What the tests of accepted figures share: an area of its own for each test, and the figures that hold for it. */
abstract class AcceptedCase {

    static final String ACTIONS = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE";
    static final String ROW = "\ndataflow,TIPSTATS:VICTIMS(1.0.0),";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    AcceptedObservations accepted;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Database database;

    String area;
    Dataflow victims;

    @BeforeEach
    void choose() {
        area = desk.area();
        victims = schemas.dataflow("VICTIMS").orElseThrow();
    }

    /** Submits a file, justifies its warnings of a rule, and has it accepted. */
    String accept(String rule, String file, String... query) {
        String token = signedIn.submitter(area);
        String id = Desk.submitted(token, file, query);
        if (rule != null) {
            Desk.justify(token, id, rule).statusCode(200).body("status", equalTo("SUBMITTED"));
        }
        desk.accept(id).statusCode(200);
        return id;
    }

    Map<String, Observation> held(long acceptance) {
        Map<String, Observation> held = new TreeMap<>();
        Cube cube = accepted.at(victims, acceptance);
        for (Observation observation : cube) {
            String key = cube.space().format(observation.key());
            if (key.startsWith("A." + area + ".")) {
                held.put(
                        key.substring(6).replace("_T._T._T.NUMBER.", "all ").replace("M.Y0T17._T.NUMBER.", "boys "),
                        observation);
            }
        }
        return held;
    }

    /** Returns the counts that hold now, for example {@code {all 2016=12}}. A missing value is shown as its status. */
    String now() {
        return at(accepted.latest());
    }

    String at(long acceptance) {
        Map<String, Object> values = new TreeMap<>();
        held(acceptance)
                .forEach((key, observation) ->
                        values.put(key, observation.value() == null ? observation.status() : observation.value()));
        return values.toString();
    }
}
