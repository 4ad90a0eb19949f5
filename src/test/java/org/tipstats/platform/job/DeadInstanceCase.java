package org.tipstats.platform.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView.Job;
import org.tipstats.platform.job.JobView.JobRequest;
import org.tipstats.platform.retention.RetentionConfig;

/** The base of tests of jobs of an instance that died. The other instance is a second repository on the same database. */
abstract class DeadInstanceCase {

    static final String KIND = "repeated";
    /** A kind that the service of the tests does not know, so only a test takes these jobs. */
    static final String PARKED = "parked";

    static final Duration LONG = Duration.ofMinutes(2);

    /** Work that another instance can do again. Its answer is its input. */
    @Singleton
    static class Repeated implements RepeatableWork {

        final List<String> done = new CopyOnWriteArrayList<>();

        @Override
        public Set<String> kinds() {
            return Set.of(KIND);
        }

        @Override
        public LongWork<String> again(String kind, String input) {
            if (input.equals("broken")) {
                throw new IllegalArgumentException("a fault that a test makes");
            }
            return new LongWork<>(
                    kind,
                    null,
                    Optional.empty(),
                    watch -> {
                        done.add(input);
                        return input;
                    },
                    text -> new JobAnswer(
                            200,
                            null,
                            "text/plain",
                            null,
                            null,
                            out -> out.write(text.getBytes(StandardCharsets.UTF_8))),
                    () -> {},
                    input);
        }
    }

    @Inject
    JobRepository repository;

    @Inject
    JobRunner runner;

    @Inject
    JobWatch watch;

    @Inject
    Repeated work;

    @Inject
    Database database;

    @Inject
    RetentionConfig retention;

    @Inject
    Clock clock;

    Instant longAgo() {
        return clock.instant().minus(JobWatch.MAX_SILENCE).minusSeconds(1);
    }

    UUID job(JobRepository instance, String input, Instant heard) {
        UUID id = UUID.randomUUID();
        instance.add(id, new JobRequest(KIND, null, UUID.randomUUID(), input), heard);
        return id;
    }

    UUID parked(JobRepository instance, Instant heard) {
        UUID id = UUID.randomUUID();
        instance.add(id, new JobRequest(PARKED, null, UUID.randomUUID(), "parked"), heard);
        return id;
    }

    long takeovers(UUID job) {
        return database.number("select takeovers from job where id = ?", job);
    }

    Optional<JobView.TakenJob> take(JobRepository instance) {
        Instant now = clock.instant();
        return instance.takeOver(
                Set.of(PARKED),
                3,
                now.minus(JobWatch.MAX_TAKEOVER_AGE),
                longAgo().plusSeconds(1),
                now);
    }

    Job find(UUID id) {
        return repository.find(id).orElseThrow();
    }
}
