package org.tipstats.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.publish.release.TestReleases;

/**
 * A release for clients to read: victims detected on Saint Helena and in Western Sahara, with every kind of value.
 *
 * <pre>
 *       2010  2011  2012     2013          2010  2011
 * SHN                                ESH
 * _T    100   0     missing  60            80    90
 * F     60                   withheld
 * M     40
 * people of each: 37,000           85,000
 * </pre>
 */
@Singleton
class ClientSample {

    static final String RELEASE = "clients-1";

    /** The region of both areas. Its code starts with a zero, so it must not become a number. */
    static final String REGION = "002";

    /** The cells of all persons, in the form of {@link #cells}. */
    static final Set<String> TOTALS = Set.of(
            "A SHN _T _T _T NUMBER 2010 100 A",
            "A SHN _T _T _T NUMBER 2011 0 A",
            "A SHN _T _T _T NUMBER 2012 - L",
            "A SHN _T _T _T NUMBER 2013 60 A",
            "A ESH _T _T _T NUMBER 2010 80 A",
            "A ESH _T _T _T NUMBER 2011 90 A");

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    private static final List<String> COMPONENTS =
            List.of("FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "UNIT_MEASURE", "TIME_PERIOD");

    private final TestReleases releases;

    ClientSample(TestReleases releases) {
        this.releases = releases;
    }

    /** Publishes the release unless it is already there. */
    synchronized void publish() {
        if (releases.isPublished(RELEASE)) {
            return;
        }
        releases.accept("VICTIMS", "SHN", HEADER + """
                SHN,_T,_T,_T,2010,100,
                SHN,F,_T,_T,2010,60,
                SHN,M,_T,_T,2010,40,
                SHN,_T,_T,_T,2011,0,
                SHN,_T,_T,_T,2012,,L
                SHN,_T,_T,_T,2013,60,
                SHN,F,_T,_T,2013,3,
                """);
        releases.accept("VICTIMS", "ESH", HEADER + "ESH,_T,_T,_T,2010,80,\nESH,_T,_T,_T,2011,90,\n");
        releases.accept("POPULATION", "population", """
                REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE
                SHN,_T,_T,2010,37000
                SHN,_T,_T,2011,37000
                SHN,_T,_T,2013,37000
                ESH,_T,_T,2010,85000
                ESH,_T,_T,2011,85000
                ESH,_T,_T,2013,85000
                """);
        releases.publish(RELEASE);
    }

    /**
     * Changes code of the documentation, which names other areas, another region and another release, so that it asks
     * for this release.
     */
    static String ask(String code) {
        return code.replace("release=demo", "release=" + RELEASE)
                .replace("AUT", "SHN")
                .replace("DEU", "ESH")
                .replace("150", REGION);
    }

    /** Returns the answer of the API to a query about victims. */
    static List<Map<String, Object>> observations(String query) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/data/VICTIMS?limit=1000&" + query)
                .path("observations");
    }

    /**
     * Returns the cells of the API's answer, sorted. Each line has the codes, the value ({@code -} if there is none)
     * and the status.
     */
    static List<String> cells(String query) {
        List<String> cells = observations(query).stream()
                .map(each -> Stream.concat(
                                COMPONENTS.stream().map(each::get),
                                Stream.of(number(each.get("OBS_VALUE"), "-"), each.get("OBS_STATUS")))
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
        assertTrue(cells.size() > 5, cells.toString());
        return cells;
    }

    /** Returns a number without trailing zeros. */
    static String number(Object value, String none) {
        if (value == null || value.equals("")) {
            return none;
        }
        BigDecimal number = new BigDecimal(value.toString());
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
