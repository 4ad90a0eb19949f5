package org.tipstats.platform.job;

import java.util.Optional;
import java.util.function.Function;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.JobView.JobRequest;

/**
 * Work that a request asks for. If the work ends in time, the request is answered with the result. Otherwise a job
 * continues the work and stores its answer.
 *
 * @param kind the kind of work, for example {@code validation}
 * @param place the future URL path of the object that the work creates; null if it is unknown
 * @param by the owner of the work; empty for an anonymous request
 * @param work does the work. It reports its progress to the listener and must not catch the listener's exceptions
 * @param answer makes the answer that the job stores
 * @param end releases the resources of the work; runs once, after the work or if the work never begins
 * @param input a text from which {@link RepeatableWork} makes the work again if the instance dies; null if only this
 *     instance can do the work
 */
public record LongWork<T>(
        String kind,
        String place,
        Optional<Actor> by,
        Function<JobProgressListener, T> work,
        Function<T, JobAnswer> answer,
        Runnable end,
        String input) {

    /** Creates work that only this instance can do, because no other instance has the file that the work needs. */
    public LongWork(
            String kind,
            String place,
            Optional<Actor> by,
            Function<JobProgressListener, T> work,
            Function<T, JobAnswer> answer,
            Runnable end) {
        this(kind, place, by, work, answer, end, null);
    }

    JobRequest request() {
        return new JobRequest(kind, place, by.map(Actor::id).orElse(null), input);
    }

    /** Does the work, and returns the answer that the job stores. */
    JobAnswer run(JobProgressListener watch) {
        return answer.apply(work.apply(watch));
    }
}
