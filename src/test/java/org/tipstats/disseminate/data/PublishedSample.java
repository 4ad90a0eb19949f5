package org.tipstats.disseminate.data;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.publish.release.TestReleases.Accepted;

/**
 * A published release for tests: victims of the removal of organs in Micronesia. In 2003 it has every kind of value.
 *
 * <pre>
 * 2003          PLW     MHL     MNP     KIR     FSM      NRU      GUM
 * ORG           12      2       1       masked  0        missing  not applicable
 * OTH_SOLDIER   2       1
 * population    20,000  50,000  10,000  70,000  100,000  10,000   140,000
 * </pre>
 *
 * <p>Micronesia's total for organs, 15, is public. It discloses no small count: 15 - 12 may be 1 + 2 or 2 + 1.
 *
 * <p>Seven of Micronesia's eight areas have a known population, 400,000 in all. The five that report have 250,000.
 */
@Singleton
public class PublishedSample {

    public static final String RELEASE = "sample-1";
    public static final String DATA = "/api/v1/data/VICTIMS";

    /** The cell of the removal of organs in 2003, for any area. */
    static final String ORGANS_2003 = "SEX=_T&AGE=_T&EXPLOITATION=ORG&TIME_PERIOD=2003";

    private static final String HEADER =
            "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT,SOURCE_AGENCY\n";

    private final TestReleases releases;
    private Instant publishedAt;
    private Accepted palau;
    private Accepted population;

    PublishedSample(TestReleases releases) {
        this.releases = releases;
    }

    /**
     * Publishes the release unless that is done already.
     *
     * @return the time of publication
     */
    public synchronized Instant publish() {
        if (!releases.isPublished(RELEASE)) {
            palau = releases.accept("VICTIMS", "PLW", HEADER + """
                    PLW,_T,_T,ORG,2002,20,,,
                    PLW,_T,_T,ORG,2003,12,,"=HYPERLINK(""http://x.example""), said
                    ""Police""\",-Police
                    PLW,_T,_T,ORG,2004,30,,,
                    PLW,_T,_T,OTH_SOLDIER,2003,2,,two of them,
                    """);
            releases.accept("VICTIMS", "MHL", HEADER + """
                    MHL,_T,_T,ORG,2003,2,,two of them,
                    MHL,_T,_T,OTH_SOLDIER,2003,1,,,
                    """);
            releases.accept("VICTIMS", "MNP", HEADER + "MNP,_T,_T,ORG,2003,1,,,\n");
            releases.accept("VICTIMS", "KIR", HEADER + "KIR,_T,_T,ORG,2003,,Q,,\n");
            releases.accept("VICTIMS", "FSM", HEADER + "FSM,_T,_T,ORG,2003,0,,,\n");
            releases.accept("VICTIMS", "NRU", HEADER + "NRU,_T,_T,ORG,2003,,L,,\n");
            releases.accept("VICTIMS", "GUM", HEADER + "GUM,_T,_T,ORG,2003,,M,,\n");
            population = releases.accept("POPULATION", "population", """
                    REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE
                    PLW,_T,_T,2003,20000
                    MHL,_T,_T,2003,50000
                    MNP,_T,_T,2003,10000
                    KIR,_T,_T,2003,70000
                    FSM,_T,_T,2003,100000
                    NRU,_T,_T,2003,10000
                    GUM,_T,_T,2003,140000
                    """);
            publishedAt = releases.publish(RELEASE);
        }
        return publishedAt;
    }

    /** Returns the submission with Palau's figures. */
    Accepted palau() {
        return palau;
    }

    /** Returns the submission with the populations. */
    Accepted population() {
        return population;
    }
}
