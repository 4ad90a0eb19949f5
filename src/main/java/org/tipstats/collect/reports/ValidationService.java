package org.tipstats.collect.reports;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.collect.mappings.MappingReadings;
import org.tipstats.collect.mappings.MappingReadings.ChosenReading;
import org.tipstats.collect.mappings.SavedMapping;
import org.tipstats.collect.metadata.AcceptedMetadata;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.UploadConfig;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.collect.values.AcceptanceRepository;
import org.tipstats.collect.values.AccessibleFigures.PublicFigures;
import org.tipstats.collect.values.StatisticsService;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.validate.mapped.LayoutValidation;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Validates received files, with or without a submission. In the same year, the same file, account, accepted and public
 * figures, accepted metadata and mappings give the same report.
 */
@ApplicationScoped
public class ValidationService {

    private final SchemaRegistry schemas;
    private final UploadConfig config;
    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final StatisticsService statistics;
    private final PublicFigures publicFigures;
    private final Clock clock;
    private final MappingReadings readings;
    private final AcceptedMetadata metadata;
    private final Timer timer;

    ValidationService(
            SchemaRegistry schemas,
            UploadConfig config,
            SubmittedValueRepository values,
            AcceptanceRepository acceptances,
            StatisticsService statistics,
            PublicFigures publicFigures,
            Clock clock,
            MappingReadings readings,
            AcceptedMetadata metadata,
            MeterRegistry metrics) {
        this.schemas = schemas;
        this.config = config;
        this.values = values;
        this.acceptances = acceptances;
        this.statistics = statistics;
        this.publicFigures = publicFigures;
        this.clock = clock;
        this.readings = readings;
        this.metadata = metadata;
        this.timer = Timer.builder("tipstats.validation")
                .publishPercentileHistogram()
                .register(metrics);
    }

    public Validation validate(ReceivedFile file, Upload upload, Optional<Actor> actor, Progress progress) {
        return validate(file, upload, actor, progress, null).result().validation();
    }

    /**
     * Validates a file in any layout.
     *
     * @param made gets the rows in the columns of the dataflow if a mapping reads the file; null if nobody needs them
     * @throws ProblemException 404 if the request names a mapping that the caller may not read; 422 if it corrects
     *     cells, but no mapping reads the file or the corrections do not fit the file
     */
    public FileValidation validate(
            ReceivedFile file, Upload upload, Optional<Actor> actor, Progress progress, ReceivedFile made) {
        ChosenReading chosen = readings.choose(upload.mapping(), actor);
        ValidationRequest request = request(upload, actor, progress);
        Timer.Sample sample = Timer.start();
        try {
            LayoutValidation result = LayoutValidation.of(
                    file.path(), file.fileName(), request, chosen.reading(), made == null ? null : made.path());
            requireRead(result, chosen);
            return new FileValidation(result, chosen.saved(), chosen.corrections());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sample.stop(timer);
        }
    }

    /**
     * A validated file.
     *
     * @param saved the saved mapping that read the file; empty if none did
     * @param corrections the cells that were read with another text
     */
    public record FileValidation(LayoutValidation result, Optional<SavedMapping> saved, Corrections corrections) {}

    /** Refuses corrections if no mapping reads the file, because they would have no effect. */
    private static void requireRead(LayoutValidation result, ChosenReading chosen) {
        boolean lost = result.mapped() == null && !chosen.corrections().isEmpty();
        if (lost && !result.validation().report().found("case-level-data")) {
            throw new ProblemException(Problem.of(
                            ProblemType.CONTENT_INVALID,
                            "Only a table that a mapping reads takes corrections. Correct this file itself.")
                    .error(InputError.pointer("/corrections", null, "No mapping reads this file.")));
        }
    }

    private ValidationRequest request(Upload upload, Optional<Actor> actor, Progress progress) {
        Dataflow dataflow = upload.dataflow();
        return new ValidationRequest(
                schemas,
                dataflow,
                areasOf(dataflow, actor),
                upload.mode() == UploadMode.REPLACE,
                clock.instant().atZone(ZoneOffset.UTC).getYear(),
                config.findingsKept(),
                new KnownState(baseline(dataflow, actor), metadata),
                progress);
    }

    /** The data that a file is validated against: the figures in force, and the accepted metadata of the areas. */
    private record KnownState(Baseline figures, AcceptedMetadata metadata) implements Baseline {

        @Override
        public Iterable<Observation> of(Dataflow dataflow, Set<String> areas) {
            return figures.of(dataflow, areas);
        }

        @Override
        public StatedBreaks breaks(Dataflow dataflow, Set<String> areas) {
            return metadata.breaks(dataflow, null);
        }
    }

    /**
     * Returns the areas that rows may name. For a submitter, these are the submitter's own areas. For other callers,
     * and for reference data, the result is null, because rows may name all areas.
     */
    private static Set<String> areasOf(Dataflow dataflow, Optional<Actor> actor) {
        return dataflow.isReference()
                ? null
                : actor.filter(a -> a.may(AccountRole.SUBMITTER))
                        .map(a -> a.areasOf(a.source()))
                        .orElse(null);
    }

    /**
     * Returns the figures that a file is compared with. For an account that may submit the file, these are the accepted
     * figures of the same source in its own areas, and the reference data; for other callers, the public figures. One
     * validation sees the accepted figures of one moment.
     */
    private Baseline baseline(Dataflow dataflow, Optional<Actor> actor) {
        AccountRole submits = dataflow.isReference() ? AccountRole.ADMINISTRATOR : AccountRole.SUBMITTER;
        if (actor.filter(a -> a.may(submits)).isEmpty()) {
            return publicFigures::of;
        }
        // Updates the statistics first, because the validation reads all accepted figures.
        statistics.refresh();
        Set<String> own = areasOf(dataflow, actor);
        String source = actor.get().source();
        long acceptance = acceptances.latest();
        return (asked, areas) -> {
            if (asked.isReference() && !asked.equals(dataflow)) {
                return reference(asked, areas, acceptance);
            }
            Set<String> seen = new TreeSet<>(areas);
            if (own != null) {
                seen.retainAll(own);
            }
            return values.held(asked, source, seen, acceptance);
        };
    }

    /**
     * Returns the accepted reference data, or the public reference data if none are accepted. Reference data are not
     * confidential.
     */
    private Iterable<Observation> reference(Dataflow dataflow, Set<String> areas, long acceptance) {
        Cube accepted = values.held(dataflow, Mandate.OFFICIAL, areas, acceptance);
        return accepted.size() > 0 ? accepted : publicFigures.of(dataflow, areas);
    }

    /** Returns an object that passes the progress of a validation to the listener of a job. */
    public static Progress progress(JobProgressListener watch) {
        return (stage, percent) -> watch.report(stage.name().toLowerCase(Locale.ROOT), percent);
    }
}
