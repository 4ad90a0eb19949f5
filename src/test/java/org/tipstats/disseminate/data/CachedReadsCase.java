package org.tipstats.disseminate.data;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.start.boot.TestClock;

/** The base of tests of cached replies; it publishes the sample. A subclass must be a {@code @QuarkusTest}. */
public abstract class CachedReadsCase {

    public static final String NAMED = "public, max-age=600, must-revalidate";
    public static final String ASK_AGAIN = "public, max-age=0, must-revalidate";

    @Inject
    public TestReleases releases;

    @Inject
    public TestClock clock;

    @Inject
    PublishedSample sample;

    /** The time when the sample was published. */
    public Instant publishedAt;

    @BeforeEach
    void publish() {
        publishedAt = sample.publish();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Reads an address that is sent without further encoding. */
    public static Response get(String address, RequestSpecification request) {
        return request.urlEncodingEnabled(false).get(address);
    }
}
