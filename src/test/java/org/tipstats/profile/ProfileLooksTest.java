package org.tipstats.profile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.page.Look;
import org.tipstats.page.PageTest;
import org.tipstats.page.SeenPage;

/** The pages of this package in a real browser. */
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
        "areas, /areas?q=154",
        "area, /areas/FRO",
        "area-group, /areas/154",
        "area-nothing, /areas/GGY",
        "coverage, /coverage?region=150",
        "releases, /releases",
        "release, /releases/profile-1",
        "changes, /releases/profile-2/changes?since=profile-1",
        "search, /search?q=guinea"
    })
    void aPageIsFitForEveryone(String name, String path) {
        checkLooks(path, name);
    }

    @Test
    void atThreeHundredAndTwentyPixelsNothingScrollsSideways() {
        for (String path : new String[] {"/areas/FRO", "/coverage?region=009", "/releases/profile-2", "/search?q=a"}) {
            try (SeenPage seen = open(path, Look.at(320))) {
                seen.check();
            }
        }
    }

    @Test
    void withoutScriptsOneFindsAnAreaFromTheBar() {
        try (SeenPage seen = open("/", Look.at(Look.DESK).withoutScript())) {
            seen.page().fill("#site-search", "faroe");
            seen.page().press("#site-search", "Enter");
            seen.page().waitForURL("**/en/search?q=faroe");
            seen.page().click("a[href='/en/areas/FRO']");
            seen.page().waitForURL("**/en/areas/FRO");
            assertTrue(seen.page().isVisible("#victims svg"));
            seen.check();
        }
    }
}
