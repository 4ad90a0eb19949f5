package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.audit.ReadRecorder;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.platform.database.ReadReplica;
import org.tipstats.platform.database.TestReplica;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Published figures with a replica that is late or has other figures. The replica is a copy of the tables in a schema of
 * its own, so that the test decides what it has.
 */
@QuarkusTest
class ReplicaReadsTest {

    @Inject
    TestReleases releases;

    @Inject
    Database database;

    @Inject
    ReadRecorder reads;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private ReadReplica replica;

    @BeforeEach
    void open() {
        replica = TestReplica.of(database, url + "?currentSchema=late", username, password, clock);
    }

    @AfterEach
    void close() {
        TestReplica.close(replica);
    }

    /** Copies the tables of releases, as a replica has them that is late from now on. */
    private void copy() {
        OwnerRole.execute(
                "drop schema if exists late cascade",
                "create schema late",
                "grant usage on schema late to public",
                "create table late.release as table release",
                "create table late.release_content as table release_content",
                "create table late.release_piece as table release_piece",
                "create table late.release_erratum as table release_erratum",
                "create table late.release_beside as table release_beside",
                "grant select on all tables in schema late to public");
    }

    private void accept(int year) {
        releases.accept(
                "VICTIMS",
                "ISL",
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nISL,_T,_T,_T," + year + ",150\n");
    }

    /** Returns the releases as an instance sees them that has read nothing yet. */
    private PublishedReleases fresh() {
        return new PublishedReleases(
                new ReleaseReferenceRepository(database),
                new ReleaseContentRepository(database),
                new OtherSourceRepository(database, schemas),
                replica,
                reads,
                schemas,
                clock);
    }

    private int figures(ReleaseReference release) {
        Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
        PublishedReleases published = fresh();
        assertEquals(Map.of(), published.otherSources(release, victims));
        return published.vintage(release, victims).cube().size();
    }

    @Test
    void figuresComeFromTheReplicaOnlyIfItHasTheSameRelease() {
        accept(2001);
        releases.publish("late-1");
        copy();
        accept(2002);
        releases.publish("late-2");
        ReleaseReference first = fresh().find("late-1", false).orElseThrow();
        ReleaseReference second = fresh().latest().orElseThrow();
        assertEquals("late-2", second.id(), "the latest release is asked of the database");
        int all = figures(first);
        int more = figures(second);
        assertEquals(true, more > all, "the replica has no second release");

        OwnerRole.execute("delete from late.release_content");
        assertEquals(0, figures(first), "the figures come from the replica");
        assertEquals(more, figures(second));

        OwnerRole.execute("update late.release set content_hash = 'of a draft that was replaced'");
        assertEquals(all, figures(first), "other content under the same id does not count");

        OwnerRole.execute("drop schema late cascade");
        assertEquals(all, figures(first), "without the replica");
    }

    @Test
    void draftsAreNeverReadFromTheReplica() {
        accept(2003);
        releases.draft("late-draft", null);
        copy();
        OwnerRole.execute("delete from late.release_content");
        ReleaseReference draft = fresh().find("late-draft", true).orElseThrow();
        assertEquals(true, figures(draft) > 0);
        assertThrows(ProblemException.class, () -> fresh().required("late-draft", false));
    }
}
