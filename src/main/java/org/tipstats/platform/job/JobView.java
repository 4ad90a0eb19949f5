package org.tipstats.platform.job;

import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.job.JobView.JobState;

/**
 * A job as the API shows it.
 *
 * @param kind the kind of work, for example {@code validation}
 * @param state {@code RUNNING}, {@code DONE}, {@code CANCELLED} or {@code FAILED}
 * @param result the URL path of the answer, or null if there is no answer
 */
public record JobView(
        UUID id,
        String kind,
        String state,
        String stage,
        int percent,
        Instant createdAt,
        Instant finishedAt,
        String result) {

    static final String ADDRESS = "/api/v1/jobs/";

    public String address() {
        return ADDRESS + id;
    }

    static JobView from(Job job) {
        boolean answered = job.state() == JobState.DONE;
        return new JobView(
                job.id(),
                job.kind(),
                job.state().name(),
                job.stage(),
                job.percent(),
                job.createdAt(),
                job.finishedAt(),
                answered ? ADDRESS + job.id() + "/result" : null);
    }

    enum JobState {
        RUNNING,
        /** The job has an answer, which may be a problem. */
        DONE,
        CANCELLED,
        /** The job ended without an answer, because of a fault or because its instance stopped. */
        FAILED
    }

    /**
     * The request for a job.
     *
     * @param place the future URL path of the object that the job creates; null if it is unknown
     * @param account the owner; null for an anonymous caller
     * @param input the data with which another instance can do the job again; null if only this instance can do the job
     */
    record JobRequest(String kind, String place, UUID account, String input) {}

    /** A job that this instance took over. */
    record TakenJob(UUID id, String kind, String input) {}

    /**
     * A job as it is stored.
     *
     * @param account the account that started the job; null if the caller was not signed in
     */
    record Job(
            UUID id,
            String kind,
            UUID account,
            JobState state,
            String stage,
            int percent,
            Instant createdAt,
            Instant finishedAt,
            Reply reply) {

        /**
         * The status and headers of a job's answer.
         *
         * @param status the HTTP status; 0 before there is an answer
         */
        record Reply(int status, long bytes, String location, String mediaType, String language, String fileName) {}
    }
}
