package org.tipstats.site.explore;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.tipstats.site.frame.SitePages.get;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;

/** A figure that its country withdrew stays in the release before. */
@QuarkusTest
class FormerFigureTest {

    private static final String FIGURE = "/en/figure/VICTIMS/A.SPM._T._T._T.NUMBER/2009";

    @Inject
    TestReleases releases;

    @Test
    void theAddressOfAFigureThatWasWithdrawnLeadsToItsLastRelease() {
        releases.accept(
                "VICTIMS",
                "SPM",
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nSPM,_T,_T,_T,2009,70\nSPM,_T,_T,_T,2010,80\n");
        releases.publish("former-1");
        releases.accept("VICTIMS", "SPM", """
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE
                dataflow,TIPSTATS:VICTIMS(1.0.0),D,A,SPM,_T,_T,_T,NUMBER,2009,
                """);
        releases.publish("former-2");

        get(FIGURE).then().statusCode(303).header("Location", endsWith(FIGURE + "?release=former-1"));
        get(FIGURE + "?release=former-1")
                .then()
                .statusCode(200)
                .body(containsString("The newest release does not have this figure."));
        get(FIGURE.replace("2009", "2010")).then().statusCode(200);
        get(FIGURE.replace("2009", "1999")).then().statusCode(404);
    }
}
