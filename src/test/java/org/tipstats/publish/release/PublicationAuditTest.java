package org.tipstats.publish.release;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.publish.read.DatasetText;
import org.tipstats.publish.read.ReleaseContentRepository;
import org.tipstats.publish.read.UnpublishedFigures;
import org.tipstats.publish.tables.OpenTables;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** A release is not published if an intruder could recover a withheld figure, however it was protected. */
@QuarkusTest
class PublicationAuditTest {

    private static final String RELEASES = "/api/v1/releases";
    private static final String FILE = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n";
    private static final String MEN = "A.ATF.SUSPECTED.M._T.NUMBER.2009";

    @TempDir
    Path folder;

    @Inject
    TestReleases releases;

    @Inject
    SchemaRegistry schemas;

    @Inject
    ReleaseContentRepository contents;

    @Inject
    Database database;

    @Test
    void aDraftIsAuditedWhenItIsMade() {
        releases.accept("PERSONS", "ATF", FILE + "ATF,SUSPECTED,_T,_T,2009,600\n");
        releases.draft("audited-1", null);
        releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "/audited-1/checks")
                .then()
                .body("checks.find { it.id == 'intruder-audit' }.outcome", equalTo("passed"));
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/audited-1").then().statusCode(204);
    }

    /** A total with two parts, one of which is withheld: subtraction reveals it. */
    @Test
    void whatIsStoredIsAuditedOnceMoreWhenItIsToBePublished() {
        releases.accept(
                "PERSONS",
                "ATF",
                FILE + "ATF,SUSPECTED,_T,_T,2009,600\nATF,SUSPECTED,F,_T,2009,300\nATF,SUSPECTED,M,_T,2009,300\n");
        releases.draft("audited-2", null);
        withholdAlone("audited-2");
        OpenTables.in(folder);
        releases.as(AccountRole.PUBLISHER)
                .post(RELEASES + "/audited-2/publication")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("checks.id", hasItem("intruder-audit"))
                .body(
                        "checks.find { it.id == 'intruder-audit' }.items",
                        hasItem(Map.of(
                                "release", "audited-2",
                                "dataflow", "PERSONS",
                                "key", MEN,
                                "finding", "recoverable")));
        assertArrayEquals(new String[0], folder.toFile().list(), "unsafe figures are in open tables");
        releases.as(AccountRole.REVIEWER).get(RELEASES + "/audited-2").then().body("status", equalTo("DRAFT"));
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "/audited-2").then().statusCode(204);
    }

    /** Replaces a draft's dataset by one in which a single figure is withheld and nothing protects it. */
    private void withholdAlone(String release) {
        Dataflow dataflow = schemas.dataflow("PERSONS").orElseThrow();
        Cube cube = contents.read(release, dataflow);
        long men = new KeySpace(dataflow.structure()).parse(MEN).orElseThrow();
        List<Observation> leaking = new ArrayList<>();
        cube.forEach(
                observation -> leaking.add(observation.key() == men ? Observation.absent(men, "Q", "C") : observation));
        Cube published = Cube.of(cube.space(), leaking);
        assertEquals(
                1,
                database.update(
                        "delete from release_content where release_id = ? and dataflow = ?", release, dataflow.id()));
        contents.store(release, dataflow, DatasetText.write(published));
        contents.storeUnpublished(
                release,
                dataflow.id(),
                UnpublishedFigures.of(cube, new ProtectedCube(published, List.of(), List.of()))
                        .write(cube.space()));
    }
}
