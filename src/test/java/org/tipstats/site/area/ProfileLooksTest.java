package org.tipstats.site.area;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.site.frame.PageTest;

/** Tests the pages of areas, coverage, releases and the search in a browser, in all usual looks. */
@QuarkusTest
class ProfileLooksTest extends PageTest {

    @Inject
    ProfileData data;

    @BeforeEach
    void publish() {
        data.publish();
    }

    @ParameterizedTest
    @CsvSource({
        "area, /areas/FRO",
        "area-nothing, /areas/GGY",
        "region, /areas/150",
        "areas, /areas?q=isl",
        "coverage, /coverage?region=154",
        "releases, /releases",
        "release, /releases/profile-1",
        "changes, /releases/profile-2/changes",
        "search, /search?q=islands"
    })
    void aPageIsFitForEveryone(String name, String path) {
        checkLooks(path, name);
    }
}
