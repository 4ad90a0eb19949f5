package org.tipstats.collect.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.JobView;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.storage.TemporaryFiles;
import org.tipstats.validate.trial.RuleTrial;
import org.tipstats.validate.trial.RuleTrial.TrialOptions;
import org.tipstats.validate.trial.TrialReport;
import org.tipstats.validate.trial.TriedSchemas;
import org.tipstats.validate.trial.TriedSchemas.SchemaFile;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Tries schemas on all accepted files, as a job. Stores only the answer of the job, for as long as answers of jobs are
 * stored.
 */
@ApplicationScoped
@OwnAreas
public class RuleTrialService {

    private static final String KIND = "trial";
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final SchemaRegistry schemas;
    private final AcceptedSubmissions accepted;
    private final JobService jobs;
    private final ObjectMapper json;

    RuleTrialService(
            SchemaRegistry schemas, Database database, TemporaryFiles files, JobService jobs, ObjectMapper json) {
        this.schemas = schemas;
        this.accepted = new AcceptedSubmissions(database, files);
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * Reads schemas to try.
     *
     * @throws SchemaException if they are not valid
     */
    public SchemaRegistry read(List<SchemaFile> files) {
        return TriedSchemas.read(schemas, files);
    }

    /** Starts a trial. Its examples show neither codes nor values, because administrators may not read the files. */
    public JobView start(SchemaRegistry tried, String since, String language, Actor by) {
        TrialOptions options = new TrialOptions(since, false, language);
        return jobs.start(
                KIND, Optional.of(by), MAX_WAIT, watch -> JobAnswer.json(200, null, json, run(tried, options, watch)));
    }

    TrialReport run(SchemaRegistry tried, TrialOptions options, JobProgressListener watch) {
        RuleTrial trial = new RuleTrial(schemas, tried, options);
        Uncheck.run(() -> accepted.each(percent -> watch.report("trying", percent), trial::add));
        return trial.report();
    }

    /**
     * Returns a trial of the actor.
     *
     * @throws ProblemException 404 if the actor has no such trial
     */
    public JobView job(String id, Actor who) {
        try {
            return Optional.of(jobs.get(UUID.fromString(id), Optional.of(who)))
                    .filter(job -> job.kind().equals(KIND))
                    .orElseThrow(() -> ProblemException.notFound("job"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("job");
        }
    }

    /** Returns the report of a trial; empty if it still runs, was cancelled or has failed. */
    public Optional<TrialReport> report(JobView trial, Actor who) {
        return jobs.body(trial.id(), Optional.of(who)).map(this::parse);
    }

    public void cancel(JobView trial, Actor who) {
        jobs.cancel(trial.id(), Optional.of(who));
    }

    private TrialReport parse(InputStream body) {
        try (body) {
            return json.readValue(body, TrialReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
