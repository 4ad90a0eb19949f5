package org.tipstats.start.boot;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Prints a welcome on the console, with the available pages and first steps. */
@Singleton
final class Welcome {

    /** States how long loading the demo takes. */
    static final String DEMO_TIME = "about a minute, longer on a busy machine";

    private final PublishedReleases published;
    private final SchemaRegistry schemas;
    private final String address;
    private final String place;

    Welcome(
            PublishedReleases published,
            SchemaRegistry schemas,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "tipstats.embedded", defaultValue = "false") boolean embedded,
            @ConfigProperty(name = "tipstats.home", defaultValue = ".tipstats") String home) {
        this.published = published;
        this.schemas = schemas;
        this.address = address(host, port);
        this.place = embedded ? home : "the database that TIPSTATS_DATABASE_URL names";
    }

    /** Returns the URL at which a browser on this machine reaches the service. */
    static String address(String host, int port) {
        String name = Set.of("127.0.0.1", "0.0.0.0", "::").contains(host) ? "localhost" : host;
        return "http://" + (name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name) + ":" + port;
    }

    void announceDemo() {
        System.out.printf(
                "TIPstats takes the sample data through validation, review and publication: %s. The pages at %s say so"
                        + " until it is done.%n",
                DEMO_TIME, address);
    }

    /**
     * Prints the welcome without a demo.
     *
     * @param token the file with the token of the first administrator; empty if this home folder has no usable token
     */
    void print(Optional<Path> token) {
        System.out.printf("%nTIPstats is ready: %s%nThe data lies in %s%n", address, place);
        token.ifPresent(file -> System.out.printf(
                "%nThis service has no administrator yet. The token in this file works for one day, or until it has"
                        + " created another administrator:%n    %s%n    curl -H \"Authorization: Bearer $(cat '%s')\""
                        + " -H 'Content-Type: application/json' -d '{\"name\": \"Your name\", \"roles\":"
                        + " [\"administrator\"]}' %s/api/v1/accounts%n",
                file, file, address));
    }

    void printDemo() {
        String world = "/api/v1/data/VICTIMS?REF_AREA=001&TIME_PERIOD=2015&SEX=_T&AGE=_T&EXPLOITATION=_T"
                + "&UNIT_MEASURE=NUMBER";
        System.out.printf("""

                TIPstats is ready: open %1$s
                The data lies in %2$s

                Try
                  curl '%1$s%3$s'
                      the world's detected victims in 2015: "OBS_VALUE":%4$s, with bounds and coverage
                  curl --data-binary @sample-data/rejected/names-instead-of-codes.csv -H 'Content-Type: text/csv' \
                '%1$s/api/v1/validations?dataflow=VICTIMS'
                      a report: "valid":false, with line, column, value and remedy of each fault
                  curl -H 'Authorization: Bearer demo-submitter-AUT' '%1$s/api/v1/submissions'
                      Austria's submissions, each "status":"ACCEPTED"
                The API description is at %1$s/q/swagger-ui, the demo accounts are in the README.
                """, address, place, world, worldVictims());
    }

    private String worldVictims() {
        Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
        return published
                .latest()
                .map(release -> published.vintage(release, victims).cube())
                .flatMap(cube -> cube.space().parse("A.001._T._T._T.NUMBER.2015").stream()
                        .mapToObj(cube::find)
                        .findFirst()
                        .flatMap(found -> found))
                .map(Observation::value)
                .map(BigDecimal::toPlainString)
                .orElse("null");
    }
}
