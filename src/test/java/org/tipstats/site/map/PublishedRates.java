package org.tipstats.site.map;

import jakarta.inject.Singleton;
import org.tipstats.publish.release.TestReleases;

/** Publishes rates of islands in the Caribbean, with every kind of value. */
@Singleton
class PublishedRates {

    static final String RELEASE = "map-1";
    static final String CHOICE =
            "REF_AREA=*&SEX=*&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=PER_100000_POP&TIME_PERIOD=2003,2004&release="
                    + RELEASE;

    private final TestReleases releases;

    PublishedRates(TestReleases releases) {
        this.releases = releases;
    }

    private void accept(String area, String lines) {
        releases.accept("VICTIMS", area, "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n" + lines);
    }

    synchronized void publish() {
        if (!releases.isPublished(RELEASE)) {
            accept("GRD", "GRD,_T,_T,_T,2003,120,\nGRD,_T,_T,_T,2004,150,\n");
            accept("LCA", "LCA,_T,_T,_T,2003,80,\nLCA,_T,_T,_T,2004,40,\n");
            accept("VCT", "VCT,_T,_T,_T,2003,,Q\n");
            accept("KNA", "KNA,_T,_T,_T,2003,0,\n");
            accept("DMA", "DMA,_T,_T,_T,2003,,L\n");
            releases.accept("POPULATION", "population", """
                    REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE
                    GRD,_T,_T,2003,100000
                    GRD,_T,_T,2004,100000
                    LCA,_T,_T,2003,400000
                    LCA,_T,_T,2004,400000
                    VCT,_T,_T,2003,100000
                    KNA,_T,_T,2003,50000
                    DMA,_T,_T,2003,70000
                    """);
            releases.publish(RELEASE);
        }
    }
}
