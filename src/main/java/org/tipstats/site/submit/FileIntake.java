package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionService;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.reports.ReportFormats.ReportReply;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.file.ReportPages;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Receives files. Checks a small file while the submitter waits, and a large file in a job with a progress page. */
@Singleton
record FileIntake(
        SubmissionService submissions,
        SubmissionReader reader,
        UploadReceiver receiver,
        SchemaRegistry schemas,
        JobService jobs) {

    /**
     * The page to show next.
     *
     * @param begun true if the page shows a job that checks the file; the job has not stored the file yet
     */
    record NextPage(String address, boolean begun) {}

    /**
     * Largest size of a small file in bytes, about 30,000 rows. The check of a small file takes less time than loading
     * a progress page.
     */
    private static final long MAX_SMALL_BYTES = 1L << 20;

    private static final Duration MAX_WAIT = Duration.ofMillis(1_500);
    private static final int SEE_OTHER = 303;

    /**
     * Receives a file and returns the page to show next.
     *
     * @param bytes the size of the file in bytes
     */
    NextPage receive(Upload upload, long bytes, Actor actor) {
        if (bytes <= MAX_SMALL_BYTES) {
            return new NextPage(address(submissions.receive(upload, actor).get(0), upload), false);
        }
        JobView job = jobs.start(
                submissions.receiveForJob(
                        upload, actor, outcomes -> outcomes.get(0), reception -> answer(reception, upload)),
                MAX_WAIT);
        return jobs.leadsTo(job.id(), Optional.of(actor))
                .map(end -> new NextPage(end, false))
                .orElseGet(() -> new NextPage("/" + upload.language() + Section.UPLOAD.path() + "/" + job.id(), true));
    }

    /**
     * Corrects a copy of a submitted file and receives the corrected copy, with the dataflow and the mode of the
     * submitted file.
     *
     * @param apply the chosen corrections, see {@link ReportPages#wanted}
     */
    NextPage receiveCorrected(UUID id, List<String> apply, Actor actor, String language) throws IOException {
        SubmissionView file = reader.get(id, actor);
        ReportReply made = reader.withFile(id, actor, found -> found.corrected(ReportPages.wanted(apply), language));
        try (ReceivedFile copy = receiver.write(made.body());
                InputStream body = Files.newInputStream(copy.path())) {
            UploadMode mode = UploadMode.valueOf(file.mode().toUpperCase(Locale.ROOT));
            Dataflow flow = schemas.dataflow(file.dataflow()).orElseThrow();
            Upload upload = new Upload(body, made.fileName(), made.mediaType(), flow, mode, null, language);
            return receive(upload, copy.bytes(), actor);
        } finally {
            made.end().close();
        }
    }

    private static JobAnswer answer(SubmissionOutcome reception, Upload upload) {
        return new JobAnswer(SEE_OTHER, address(reception, upload), "text/plain", null, null, out -> {});
    }

    private static String address(SubmissionOutcome reception, Upload upload) {
        String desk = "/" + upload.language();
        return reception.caseLevel()
                ? desk + Section.UPLOAD.path() + "?refused=persons&dataflow="
                        + upload.dataflow().id()
                : desk + Section.MY_FILES.path() + "/" + reception.id() + (reception.valid() ? "" : "/report");
    }

    /**
     * Returns the URL of the page that shows a job's result; empty if the job still runs, was cancelled, has failed, or
     * refused the file.
     *
     * @throws ProblemException 404 for a job of another person
     */
    Optional<String> end(String job, Actor actor) {
        return jobs.leadsTo(id(job), Optional.of(actor));
    }

    JobView check(String job, Actor actor) {
        return jobs.get(id(job), Optional.of(actor));
    }

    void cancel(String job, Actor actor) {
        jobs.cancel(id(job), Optional.of(actor));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("job");
        }
    }
}
