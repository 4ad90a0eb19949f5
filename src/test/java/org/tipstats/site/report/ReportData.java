package org.tipstats.site.report;

import jakarta.inject.Singleton;
import org.tipstats.publish.release.TestReleases;

/** Publishes the data of this package's tests: Jersey, 2003 to 2005, in two releases. */
@Singleton
class ReportData {

    static final String FIRST = "patterns-1";
    static final String SECOND = "patterns-2";

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    private final TestReleases releases;

    ReportData(TestReleases releases) {
        this.releases = releases;
    }

    void publish() {
        if (releases.isPublished(SECOND)) {
            return;
        }
        releases.accept("VICTIMS", "JEY", HEADER + """
                JEY,_T,_T,_T,2003,1280
                JEY,F,_T,_T,2003,960
                JEY,M,_T,_T,2003,320
                JEY,_T,Y0T17,_T,2003,480
                JEY,_T,Y_GE18,_T,2003,800
                JEY,_T,_T,SEX,2003,700
                JEY,_T,_T,LAB,2003,580
                JEY,_T,_T,_T,2005,1400
                """);
        releases.accept("PERSONS", "JEY", """
                REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE
                JEY,SUSPECTED,_T,_T,2004,330
                JEY,PROSECUTED,_T,_T,2004,220
                JEY,CONVICTED,_T,_T,2004,110
                """);
        releases.publish(FIRST);
        releases.accept("VICTIMS", "JEY", HEADER + "JEY,_T,_T,_T,2004,1350\n");
        releases.publish(SECOND);
    }
}
