package org.tipstats.site.explore;

import jakarta.inject.Singleton;
import org.tipstats.publish.release.TestReleases;

/**
 * Publishes a series of Andorra with every kind of value, in two releases. The second release has one more year.
 *
 * <pre>
 * 2001  2002  2003    2004  2005      2006            2007   2008
 * 120   0     masked  2     missing   not applicable  1,140  250 (only in the second release)
 * </pre>
 */
@Singleton
class PublishedSeries {

    static final String RELEASE = "explorer-1";
    static final String NEWER = "explorer-2";
    static final String CHOICE = "REF_AREA=AND&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=2001:2008";

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

    private final TestReleases releases;

    PublishedSeries(TestReleases releases) {
        this.releases = releases;
    }

    synchronized void publish() {
        if (!releases.isPublished(NEWER)) {
            releases.accept("VICTIMS", "AND", HEADER + """
                    AND,_T,_T,_T,2001,120,
                    AND,_T,_T,_T,2002,0,
                    AND,_T,_T,_T,2003,,Q
                    AND,_T,_T,_T,2004,2,
                    AND,_T,_T,_T,2005,,L
                    AND,_T,_T,_T,2006,,M
                    AND,_T,_T,_T,2007,1140,B
                    """);
            releases.publish(RELEASE);
            releases.accept("VICTIMS", "AND", HEADER + "AND,_T,_T,_T,2008,250,\n");
            releases.publish(NEWER);
        }
    }
}
