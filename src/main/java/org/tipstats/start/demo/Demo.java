package org.tipstats.start.demo;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionService;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.DemoAccounts;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.release.ReleaseService;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseText;
import org.tipstats.validate.findings.BackgroundWork;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Submits, reviews and publishes the sample data with the demo accounts, and makes rounds of collection and metadata,
 * as people would. Skips steps that are already done, so an interrupted run continues where it stopped.
 */
@Singleton
public final class Demo {

    static final String RELEASE = "demo";

    /** The dataflows that the demo has only if a setting asks for them, because they make its first start slower. */
    private static final Set<String> COUNTRY_DATAFLOWS = Set.of("VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION");

    private static final String JUSTIFICATION =
            "As published by the national authorities: breakdowns come from different sources and need not add up.";

    private final DemoAccounts accounts;
    private final SubmissionService submissions;
    private final SubmissionReader reader;
    private final ReviewService review;
    private final ReleaseService releases;
    private final PublishedReleases published;
    private final DemoRounds rounds;
    private final DemoMetadata metadata;
    private final SchemaRegistry schemas;
    private final DemoProgress progress;
    private final boolean byCountry;

    Demo(
            DemoAccounts accounts,
            SubmissionService submissions,
            SubmissionReader reader,
            ReviewService review,
            ReleaseService releases,
            PublishedReleases published,
            DemoRounds rounds,
            DemoMetadata metadata,
            SchemaRegistry schemas,
            DemoProgress progress,
            @ConfigProperty(name = "tipstats.demo.by-country", defaultValue = "false") boolean byCountry) {
        this.accounts = accounts;
        this.submissions = submissions;
        this.reader = reader;
        this.review = review;
        this.releases = releases;
        this.published = published;
        this.rounds = rounds;
        this.metadata = metadata;
        this.schemas = schemas;
        this.progress = progress;
        this.byCountry = byCountry;
    }

    public boolean isPublished() {
        return published.wasPublished(RELEASE);
    }

    /** Does all steps that are not yet done, until the release is published. */
    public void run() {
        accounts.create();
        acceptAll(ProgramFolder.files("sample-data"));
        rounds.create(accounts.actor("demo-administrator"));
        metadata.create();
        if (published.find(RELEASE, true).isEmpty()) {
            releases.draft(
                    new ReleaseRequest(RELEASE, inAll("title"), inAll("notes"), null, null),
                    accounts.actor("demo-reviewer"),
                    (stage, percent) -> progress.at(DemoProgress.RECEIVED, DemoProgress.COMPILED, percent, 100));
        }
        progress.at(DemoProgress.COMPILED, DemoProgress.COMPILED, 0, 1);
        String approved = published.find(RELEASE, true).orElseThrow().contentHash();
        releases.publish(RELEASE, approved, accounts.actor("demo-publisher"), (stage, percent) -> {});
    }

    /** Returns a text of the release in all languages. */
    private static ReleaseText inAll(String key) {
        return ReleaseText.of(texts(key));
    }

    static Map<String, String> texts(String key) {
        return LocalText.LANGUAGES.stream()
                .collect(Collectors.toMap(
                        language -> language,
                        language -> Bundle.of(Demo.class, "release", language).text(key)));
    }

    private void acceptAll(SortedMap<String, byte[]> data) {
        Dataflow population = schemas.population().orElseThrow();
        Actor administrator = accounts.actor("demo-administrator");
        byte[] persons = data.get("reference/population.csv");
        takeThroughReview(receive("population.csv", persons, population, administrator), administrator);
        Map<Dataflow, Map<String, byte[]>> all = new LinkedHashMap<>();
        schemas.submitted().stream()
                .filter(dataflow -> byCountry || !COUNTRY_DATAFLOWS.contains(dataflow.id()))
                .forEach(dataflow -> {
                    String folder = "accepted/" + dataflow.id() + "/";
                    all.put(dataflow, data.subMap(folder, folder + Character.MAX_VALUE));
                });
        int count = all.values().stream().mapToInt(Map::size).sum();
        int done = 0;
        for (Map.Entry<Dataflow, Map<String, byte[]>> files : all.entrySet()) {
            acceptAll(files.getKey(), files.getValue(), done, count);
            done += files.getValue().size();
        }
    }

    /**
     * Submits the files of a dataflow, one file for each area. A second thread reviews a file while this thread submits
     * the next file. Returns when all files are reviewed, because files of later dataflows are compared with them.
     *
     * @param files the files by their paths
     * @param before the number of files that were already submitted for other dataflows
     * @param all the number of files of all dataflows
     */
    private void acceptAll(Dataflow dataflow, Map<String, byte[]> files, int before, int all) {
        int done = before;
        try (ReviewThread reviews = new ReviewThread()) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                Actor submitter = accounts.actor(accounts.submitter(name.replace(".csv", "")));
                SubmissionOutcome received = receive(name, file.getValue(), dataflow, submitter);
                reviews.begin(() -> takeThroughReview(received, submitter));
                progress.at(0, DemoProgress.RECEIVED, done++, all);
            }
        }
    }

    private SubmissionOutcome receive(String name, byte[] file, Dataflow dataflow, Actor submitter) {
        return inRequest(() -> {
            InputStream body = new ByteArrayInputStream(file);
            Upload upload = new Upload(body, name, "text/csv", dataflow, UploadMode.MERGE, null, "en");
            return submissions.receive(upload, submitter).get(0);
        });
    }

    private Void takeThroughReview(SubmissionOutcome received, Actor submitter) {
        return inRequest(() -> {
            UUID id = received.id();
            SubmissionView submission = received.status() == SubmissionStatus.NEEDS_JUSTIFICATION
                    ? review.justifyAll(id, JUSTIFICATION, submitter)
                    : reader.get(id, submitter);
            if (submission.status() == SubmissionStatus.SUBMITTED) {
                review.accept(id, submission.sha256(), null, List.of(), accounts.actor("demo-reviewer"));
            }
            return null;
        });
    }

    private static <T> T inRequest(Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return work.get();
        } finally {
            request.terminate();
        }
    }

    /** Reviews the files one by one in another thread, while the caller submits the next file. */
    static final class ReviewThread implements AutoCloseable {

        private BackgroundWork<Void> running = BackgroundWork.done(null);

        /** Waits for the current review, and throws its exception if it failed. Then begins the next review. */
        void begin(Runnable review) {
            close();
            running = BackgroundWork.begin("demo-review", () -> {
                review.run();
                return null;
            });
        }

        /** Waits for the current review, and throws its exception if it failed. */
        @Override
        public void close() {
            BackgroundWork<Void> last = running;
            // The exception is thrown only once, even if the caller closes this object because of it.
            running = BackgroundWork.done(null);
            last.result();
        }
    }
}
