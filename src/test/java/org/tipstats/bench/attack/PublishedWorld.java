package org.tipstats.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tipstats.bench.world.NationalFile;
import org.tipstats.bench.world.SyntheticWorld;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Takes synthetic worlds through submission and review, and publishes them. Needs a service without other figures. */
@Singleton
public class PublishedWorld {

    private final TestReleases releases;

    PublishedWorld(TestReleases releases) {
        this.releases = releases;
    }

    /** Submits the population, which does not change. */
    void population(SyntheticWorld world) {
        releases.accept("POPULATION", "population", world.populationCsv());
    }

    /** Submits and accepts the files, then publishes everything accepted. */
    void publish(String release, List<NationalFile> files) {
        files.forEach(file -> releases.accept(file.dataflow(), file.area(), file.csv()));
        Response draft = releases.as(AccountRole.REVIEWER)
                .contentType("application/json")
                .body(Map.of("id", release, "title", "A synthetic world"))
                .post("/api/v1/releases");
        assertEquals(201, draft.statusCode(), draft.asString());
        Response publication = releases.as(AccountRole.PUBLISHER).post("/api/v1/releases/" + release + "/publication");
        assertEquals(200, publication.statusCode(), publication.asString());
    }
}
