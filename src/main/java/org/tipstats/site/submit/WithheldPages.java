package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView;
import org.tipstats.publish.draft.AreaThresholdService;
import org.tipstats.publish.draft.AreaThresholdService.AreaThreshold;
import org.tipstats.publish.draft.WithheldReader;
import org.tipstats.publish.draft.WithheldReader.WithheldPreview;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page that shows submitters which of their figures would be withheld. */
@Singleton
record WithheldPages(
        SubmissionReader submissions,
        WithheldReader withheld,
        AreaThresholdService thresholds,
        JobService jobs,
        SchemaRegistry schemas) {

    /**
     * The page with those figures of a submission that would be withheld. It also shows what the areas chose: stricter
     * thresholds, and orders of dimensions. Figures by the first dimension of an order are kept longest.
     *
     * @param preview null if the withheld figures are not computed yet
     * @param job the job that computes the withheld figures or has failed to compute them; null if there is no job
     * @param typed the fields that the person filled in and the service refused
     * @param mayState true if the person can set thresholds and orders on this page
     * @param areas the areas of the submission that the person reports for
     * @param stated the thresholds and orders that are in force
     */
    record WithheldPage(
            SubmissionView file,
            Dataflow dataflow,
            WithheldPreview preview,
            JobView job,
            TypedSetting typed,
            List<Fault> faults,
            boolean mayState,
            List<String> areas,
            List<AreaThreshold> stated) {

        /** Returns the dimensions that an order can name. */
        public List<Dimension> breakdowns() {
            return AreaThresholdService.breakdowns(dataflow);
        }

        /**
         * Returns the chosen dimension for each place of the order; an empty text if none is chosen. Leaves out the
         * last place, for which only one dimension remains.
         */
        public List<String> places() {
            List<String> places = new ArrayList<>();
            for (int place = 0; place < breakdowns().size() - 1; place++) {
                places.add(place < typed.keep().size() ? typed.keep().get(place) : "");
            }
            return places;
        }

        public List<AreaThreshold> thresholds() {
            return stated.stream().filter(each -> each.threshold() != null).toList();
        }

        public List<AreaThreshold> orders() {
            return stated.stream().filter(each -> !each.keep().isEmpty()).toList();
        }

        public boolean isRunning() {
            return job != null && Formats.isRunning(job);
        }

        public boolean isFailed() {
            return job != null && !isRunning();
        }
    }

    /**
     * The fields of a form that the service refused. All are empty if the service refused no form.
     *
     * @param field the id of the faulty field
     * @param area the chosen area
     * @param threshold the text of the threshold
     * @param keep the dimension chosen for each place of the order; empty where the person chose none
     */
    record TypedSetting(String field, String area, String threshold, List<String> keep) {

        static final TypedSetting NONE = new TypedSetting("", "", "", List.of());
    }

    /** The id of the field with the threshold. */
    static final String THRESHOLD = "threshold";

    /** The id of the fields with the order. */
    static final String ORDER = "order";

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    /**
     * Starts to compute the withheld figures, and waits briefly for the result.
     *
     * @return the job; empty if the result is already known
     * @throws org.tipstats.platform.problem.ProblemException 404 if the person may not see the result
     */
    Optional<JobView> compute(String id, Actor who) {
        if (withheld.cached(id, who).isPresent()) {
            return Optional.empty();
        }
        JobView job = jobs.start("withheld", Optional.of(who), MAX_WAIT, watch -> {
            withheld.of(id, who, watch);
            return new JobAnswer(200, null, "text/plain", null, null, out -> {});
        });
        return Optional.of(job);
    }

    /**
     * Makes the page.
     *
     * @param job the id of the job that computes the withheld figures; null if no job was started
     * @param typed the fields that the service refused
     */
    WithheldPage page(String id, String job, TypedSetting typed, Actor who, PageTexts t) {
        SubmissionView view = submissions.get(SubmissionIds.read(id), who);
        Dataflow dataflow = schemas.dataflow(view.dataflow()).orElseThrow();
        Optional<WithheldPreview> known = withheld.cached(id, who);
        Optional<JobView> work = known.isPresent() || job == null ? Optional.empty() : job(job, who);
        boolean mayState =
                who.may(AccountRole.SUBMITTER) && submissions.isOwn(view.id(), who) && dataflow.threshold() > 0;
        List<String> areas =
                mayState ? view.areas().stream().filter(who::reports).sorted().toList() : List.of();
        return new WithheldPage(
                view,
                dataflow,
                known.orElse(null),
                work.orElse(null),
                typed,
                faults(typed.field(), dataflow, t),
                mayState,
                areas,
                areas.stream()
                        .flatMap(area -> thresholds.list(area, who).stream())
                        .filter(each -> each.dataflow().equals(dataflow.id()))
                        .toList());
    }

    private Optional<JobView> job(String job, Actor who) {
        try {
            return Optional.of(jobs.get(UUID.fromString(job), Optional.of(who)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Fault> faults(String field, Dataflow dataflow, PageTexts t) {
        return switch (field) {
            case THRESHOLD ->
                List.of(new Fault(
                        field,
                        t.say(
                                "withheld.wrong",
                                "least",
                                dataflow.threshold(),
                                "most",
                                AreaThresholdService.MAX_THRESHOLD)));
            case ORDER -> List.of(new Fault(field, t.say("withheld.order.wrong")));
            default -> List.of();
        };
    }
}
