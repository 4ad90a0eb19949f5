package org.tipstats.site.area;

import jakarta.inject.Singleton;
import org.tipstats.publish.release.TestReleases;

/**
 * Publishes the data of the tests of published pages: the Faroe Islands, 2009 to 2012, in two releases. In 2011 their
 * parts by age add up to more than the total. Guernsey never reports.
 */
@Singleton
public class ProfileData {

    public static final String FIRST = "profile-1";
    public static final String SECOND = "profile-2";

    private final TestReleases releases;

    ProfileData(TestReleases releases) {
        this.releases = releases;
    }

    public void publish() {
        if (releases.isPublished(SECOND)) {
            return;
        }
        releases.accept("VICTIMS", "FRO", """
                REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE_AGENCY,DEF_DIFF
                FRO,_T,_T,_T,2009,1100,,Landfuti,<b>Persons & files</b>
                FRO,F,_T,_T,2009,660,,Landfuti,
                FRO,M,_T,_T,2009,440,,Landfuti,
                FRO,_T,_T,_T,2011,1500,,Landfuti,
                FRO,_T,Y0T17,_T,2011,700,,Landfuti,
                FRO,_T,Y_GE18,_T,2011,900,,Landfuti,
                FRO,_T,_T,_T,2012,0,,Landfuti,
                """);
        releases.accept("PERSONS", "FRO", """
                REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE
                FRO,SUSPECTED,_T,_T,2009,300
                FRO,PROSECUTED,_T,_T,2009,200
                FRO,CONVICTED,_T,_T,2009,150
                """);
        releases.publish(FIRST);
        releases.accept("VICTIMS", "FRO", """
                REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,SOURCE_AGENCY
                FRO,_T,_T,_T,2011,1512,Landfuti
                """);
        releases.publish(SECOND);
    }
}
