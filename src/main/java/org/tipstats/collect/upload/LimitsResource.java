package org.tipstats.collect.upload;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.platform.connection.BodyConfig;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.RateFilter.RateConfig;
import org.tipstats.platform.http.SubscriptionConfig;
import org.tipstats.platform.job.JobService.JobConfig;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.validate.forms.ReportWriter;

/** Shows the limits of the service. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class LimitsResource {

    private final UploadConfig config;
    private final BodyConfig bodies;
    private final DataLimitConfig files;
    private final JobConfig jobs;
    private final SubscriptionConfig subscriptions;
    private final RateConfig rates;
    private final RetentionConfig retention;
    private final boolean demo;

    LimitsResource(
            UploadConfig config,
            BodyConfig bodies,
            DataLimitConfig files,
            JobConfig jobs,
            SubscriptionConfig subscriptions,
            RateConfig rates,
            RetentionConfig retention,
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo) {
        this.config = config;
        this.bodies = bodies;
        this.files = files;
        this.jobs = jobs;
        this.subscriptions = subscriptions;
        this.rates = rates;
        this.retention = retention;
        this.demo = demo;
    }

    @GET
    public Limits get() {
        return new Limits(
                new Limits.Upload(
                        config.maxSize().asLongValue(),
                        CsvReader.MAX_COLUMNS,
                        CsvReader.MAX_CELL,
                        config.parallel(),
                        config.parallelAnonymous(),
                        bodies.minimumRate(),
                        bodies.patience().toSeconds(),
                        bodies.small().asLongValue(),
                        bodies.longest().toSeconds(),
                        config.findingsKept()),
                new Limits.Reply(PageRequest.USUAL, PageRequest.MAX_LIMIT, ReportWriter.MAX_FINDINGS),
                new Limits.Files(
                        files.maxObservations(),
                        files.maxWorkbookObservations(),
                        DataLimitConfig.MOST_QUERY_BYTES,
                        files.savedQueriesADay()),
                new Limits.Jobs(jobs.maxKept().asLongValue()),
                new Limits.Subscriptions(subscriptions.perAccount()),
                Limits.Mappings.ALL,
                Limits.Entries.ALL,
                Limits.Metadata.ALL,
                demo ? Limits.Rates.NONE : Limits.Rates.of(rates),
                Limits.Retention.of(retention));
    }

    /** The limits of the service, as {@code /limits} shows them. */
    record Limits(
            Upload upload,
            Reply reply,
            Files files,
            Jobs jobs,
            Subscriptions subscriptions,
            Mappings mappings,
            Entries entries,
            Metadata metadata,
            Rates rates,
            Retention retention) {

        /** How long the service keeps results of jobs, files of refused submissions, and drafts of typed figures. */
        @Schema(name = "RetentionLimits")
        record Retention(long jobResultSeconds, long refusedFileSeconds, long typedDraftSeconds) {

            static Retention of(RetentionConfig config) {
                return new Retention(
                        config.jobResults().toSeconds(),
                        config.refusedFiles().toSeconds(),
                        config.typedDrafts().toSeconds());
            }
        }

        /** Most requests and uploads of a caller in a minute, and most saved queries in a day; 0 means no limit. */
        @Schema(name = "RateLimits")
        record Rates(int requestsPerMinute, int uploadsPerMinute, int savedQueriesPerDay) {

            /** The demo has no limits on rates. */
            static final Rates NONE = new Rates(0, 0, 0);

            static Rates of(RateConfig rates) {
                return new Rates(rates.requestsAMinute(), rates.uploadsAMinute(), rates.queriesADay());
            }
        }

        /**
         * Limits of a file. Sizes are in bytes, rates in bytes a second. A body of at most {@code smallBytes} must
         * arrive within {@code minimumAppliesAfterSeconds}. A larger body may take longer by the time that it needs at
         * the minimum rate, but at most {@code longestSeconds} in all.
         */
        @Schema(name = "UploadLimits")
        record Upload(
                long maxBytes,
                int maxColumns,
                int maxCellCharacters,
                int parallelUploads,
                int parallelAnonymousUploads,
                int minimumBytesPerSecond,
                long minimumAppliesAfterSeconds,
                long smallBytes,
                long longestSeconds,
                int findingsKept) {}

        @Schema(name = "ReplyLimits")
        record Reply(int defaultLimit, int maxLimit, int maxFindings) {}

        /**
         * Limits of data files (in observations), of a query in a request body (in bytes), and of saved queries (in
         * queries a day of all callers together).
         */
        @Schema(name = "FileLimits")
        record Files(int maxObservations, int maxWorkbookObservations, int maxQueryBytes, int savedQueriesPerDay) {}

        /** Limits of the stored results of all jobs together. */
        @Schema(name = "JobLimits")
        record Jobs(long maxKeptBytes) {}

        /** Largest number of subscriptions of one account, including those that were deleted within the last hour. */
        record Subscriptions(int perAccount) {}

        /** Limits of a draft of typed figures. */
        @Schema(name = "EntryLimits")
        record Entries(int maxFigures, int maxFigureCharacters, int maxCommentCharacters) {

            static final Entries ALL =
                    new Entries(FormLimits.MAX_FIGURES, FormLimits.MAX_FIGURE, FormLimits.MAX_COMMENT);
        }

        /** Limits of the metadata of an area. */
        @Schema(name = "MetadataLimits")
        record Metadata(int maxVersionsPerArea, int maxBreaks) {

            static final Metadata ALL = new Metadata(FormLimits.MAX_VERSIONS, FormLimits.MAX_BREAKS);
        }

        /** Limits of saved mappings, and of the tables that they read. */
        @Schema(name = "MappingLimits")
        record Mappings(int maxBytes, int maxPerArea, int maxTableColumns, int maxTableCells, int maxCorrections) {

            static final Mappings ALL = new Mappings(
                    MappingLimits.MAX_BYTES,
                    MappingLimits.MAX_OF_AREA,
                    Grid.MAX_COLUMNS,
                    Grid.MAX_CELLS,
                    Corrections.MAX_CELLS);
        }
    }
}
