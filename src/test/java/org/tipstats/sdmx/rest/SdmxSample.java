package org.tipstats.sdmx.rest;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.tipstats.publish.release.TestReleases;

/**
 * Publishes two releases of detected victims in Liechtenstein.
 *
 * <pre>
 *        first release          second release
 *        2005  2006  2007       2005  2006  2007  2008
 * _T     40    0     50         40    0     55    60
 * F      30          35         30          40
 * M      10          15         10
 * LAB                           21 (2005)
 * SEX    missing (2005)
 * </pre>
 */
@Singleton
class SdmxSample {

    static final String V1 = "/sdmx/v1";
    static final String V2 = "/sdmx/v2";
    static final String FLOW = V2 + "/data/dataflow/TIPSTATS/VICTIMS/1.0.0";

    private static final String HEADER =
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,"
                    + "OBS_STATUS,COMMENT\n";

    private final TestReleases releases;
    private Instant first;

    SdmxSample(TestReleases releases) {
        this.releases = releases;
    }

    private static String row(String action, String sex, String exploitation, int year, String rest) {
        return "dataflow,TIPSTATS:VICTIMS(1.0.0)," + action + ",LIE," + sex + ",_T," + exploitation + "," + year + ","
                + rest + "\n";
    }

    /** Publishes both releases, unless they are already published. */
    synchronized void publish() {
        if (releases.isPublished("sdmx-2")) {
            return;
        }
        releases.accept(
                "VICTIMS",
                "LIE",
                HEADER
                        + row("M", "_T", "_T", 2005, "40,,\"line one\nline \"\"two\"\" & <more>\"")
                        + row("M", "_T", "_T", 2006, "0,,")
                        + row("M", "_T", "_T", 2007, "50,,")
                        + row("M", "F", "_T", 2005, "30,,")
                        + row("M", "F", "_T", 2007, "35,,")
                        + row("M", "M", "_T", 2005, "10,,")
                        + row("M", "M", "_T", 2007, "15,,")
                        + row("M", "_T", "SEX", 2005, ",L,"));
        first = releases.publish("sdmx-1");
        releases.accept(
                "VICTIMS",
                "LIE",
                HEADER
                        + row("M", "_T", "_T", 2007, "55,,")
                        + row("M", "_T", "_T", 2008, "60,,")
                        + row("M", "F", "_T", 2007, "40,,")
                        + row("D", "M", "_T", 2007, ",,")
                        + row("M", "_T", "LAB", 2005, "21,,"));
        releases.publish("sdmx-2");
    }

    /** Returns the instant at which the first release was published. */
    Instant first() {
        return first;
    }

    static Response get(String address) {
        return get(address, RestAssured.given());
    }

    /** Sends a request with an address that is not encoded, even if usual clients would not send it. */
    static Response get(String address, RequestSpecification request) {
        return request.urlEncodingEnabled(false).get(address);
    }

    static Response accepting(String mediaType, String address) {
        return get(address, RestAssured.given().header("Accept", mediaType));
    }

    static String text(Response response) {
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    /** Returns the rows of a plain table, with only these columns: area, sex, exploitation, period, value. */
    static java.util.List<String> rows(Response csv) {
        return text(csv)
                .lines()
                .skip(1)
                .filter(line -> line.contains(",A,LIE,"))
                .map(line -> line.substring(line.indexOf(",A,LIE,") + 3).split(",", -1))
                .map(cells -> cells[1] + " " + cells[3] + " " + cells[5] + " " + cells[6])
                .toList();
    }
}
