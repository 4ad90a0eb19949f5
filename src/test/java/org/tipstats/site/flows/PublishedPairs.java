package org.tipstats.site.flows;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.publish.release.TestReleases;

/**
 * Publishes the victims that the Cayman Islands detected in 2008, by citizenship: 18 countries with 100, 110, … 270
 * each, 90 of the Turks and Caicos Islands, 40 nationals, and a masked number of the British Virgin Islands. 80
 * returned to the Turks and Caicos Islands, which received 60.
 */
@Singleton
class PublishedPairs {

    static final String RELEASE = "pairs-1";

    private static final List<String> COUNTRIES = List.of(
            "HTI", "JAM", "HND", "GTM", "SLV", "NIC", "CRI", "PAN", "COL", "VEN", "ECU", "PER", "BOL", "PRY", "URY",
            "ARG", "CHL", "BRA");

    private final TestReleases releases;

    PublishedPairs(TestReleases releases) {
        this.releases = releases;
    }

    synchronized void publish() {
        if (!releases.isPublished(RELEASE)) {
            String lines = IntStream.range(0, COUNTRIES.size())
                    .mapToObj(i -> "CYM," + COUNTRIES.get(i) + ",_T,2008," + (100 + 10 * i) + ",\n")
                    .collect(Collectors.joining());
            releases.accept(
                    "VICTIMS_CITIZENSHIP",
                    "CYM",
                    "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n" + lines
                            + "CYM,TCA,_T,2008,90,\nCYM,NAT,_T,2008,40,\nCYM,VGB,_T,2008,,Q\n");
            releases.accept("VICTIMS_REPATRIATION", "CYM", """
                    REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                    CYM,TCA,2008,80
                    """);
            releases.accept("VICTIMS_REPATRIATION", "TCA", """
                    REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                    TCA,NAT,2008,60
                    """);
            releases.publish(RELEASE);
        }
    }
}
