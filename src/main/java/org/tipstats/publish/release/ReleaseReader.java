package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.draft.WithheldReader.WithheldFigure;
import org.tipstats.publish.notice.NoticeRepository;
import org.tipstats.publish.notice.NoticeRepository.Withdrawal;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.read.PublicationLog;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleaseHistory;
import org.tipstats.publish.read.UnpublishedFigures;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads releases: public releases for everyone, drafts and releases under embargo for reviewers and publishers. */
@ApplicationScoped
public class ReleaseReader {

    private static final int MAX_RELEASES = 10_000;

    private final ReleaseRepository releases;
    private final ReleaseInspection inspection;
    private final PublishedReleases published;
    private final ReleaseHistory history;
    private final NoticeRepository notices;
    private final PublicationLog publications;
    private final SchemaRegistry schemas;
    private final Clock clock;

    ReleaseReader(
            ReleaseRepository releases,
            ReleaseInspection inspection,
            PublishedReleases published,
            ReleaseHistory history,
            NoticeRepository notices,
            PublicationLog publications,
            SchemaRegistry schemas,
            Clock clock) {
        this.releases = releases;
        this.inspection = inspection;
        this.published = published;
        this.history = history;
        this.notices = notices;
        this.publications = publications;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** Returns a page of the visible releases and the withdrawn ones. The release that was drafted last comes first. */
    Page<ReleaseView> list(Optional<Actor> actor, PageRequest request) {
        Instant now = clock.instant();
        Page<Release> page =
                Page.atOffset(releases.list(seesDrafts(actor), now, request.offset(), request.oneMore()), request);
        return new Page<>(views(page.items(), actor, now), page.next());
    }

    /** Returns the visible releases and the withdrawn ones. The release that was drafted last comes first. */
    public List<ReleaseView> list(Optional<Actor> actor) {
        Instant now = clock.instant();
        return views(releases.list(seesDrafts(actor), now, 0, MAX_RELEASES), actor, now);
    }

    /** Returns the public releases as everyone sees them. The release that was published last comes first. */
    public List<ReleaseView> published() {
        return list(Optional.empty()).stream()
                .filter(release -> release.status() == ReleaseStatus.PUBLISHED)
                .sorted(Comparator.comparing(ReleaseView::publishedAt)
                        .thenComparing(ReleaseView::id)
                        .reversed())
                .toList();
    }

    private List<ReleaseView> views(List<Release> found, Optional<Actor> actor, Instant now) {
        List<String> ids = found.stream().map(release -> release.id).toList();
        Map<String, List<ReleaseNotice>> errata =
                notices.errata(ids).stream().collect(Collectors.groupingBy(ReleaseNotice::release));
        Map<String, Withdrawal> withdrawals = notices.withdrawals(ids).stream()
                .collect(Collectors.toMap(Withdrawal::release, withdrawal -> withdrawal));
        Map<String, ChainHead> log = publications.entries(ids);
        return found.stream()
                .map(release -> ReleaseView.from(
                        release,
                        now,
                        actor.filter(Actor::readsAll).isPresent(),
                        log.get(release.id),
                        errata.getOrDefault(release.id, List.of()),
                        withdrawals.get(release.id)))
                .toList();
    }

    /**
     * Returns a release.
     *
     * @throws ProblemException 404 if the release is unknown or the actor may not see it; 410 if it was withdrawn and
     *     the actor is neither reviewer nor publisher
     */
    public ReleaseView get(String id, Optional<Actor> actor) {
        Release release = find(id, actor);
        if (release.status == ReleaseStatus.WITHDRAWN && !seesDrafts(actor)) {
            published.required(id, false);
        }
        return view(release, actor);
    }

    /** Returns a release as the actor sees it. The caller must ensure that the actor may see it. */
    ReleaseView view(Release release, Optional<Actor> actor) {
        return views(List.of(release), actor, clock.instant()).get(0);
    }

    /** Returns true if the actor's own account made the draft. Then someone else must publish it. */
    public boolean isCreatedBy(String id, Actor actor) {
        return find(id, Optional.of(actor)).createdBy.equals(actor.id());
    }

    /** Returns the checks of the drafts that cannot be published. */
    public List<ReleaseChecks> blockedDrafts() {
        return releases.list(true, clock.instant(), 0, MAX_RELEASES).stream()
                .filter(release -> release.status == ReleaseStatus.DRAFT)
                .map(release -> inspection.inspect(release, false))
                .filter(checks -> !checks.publishable())
                .toList();
    }

    /** Returns the checks of a release, for reviewers and publishers. */
    public ReleaseChecks checks(String id, Actor by) {
        Release release = find(id, Optional.of(by));
        return inspection.inspect(release, release.status != ReleaseStatus.DRAFT);
    }

    /** Returns the withheld figures of a release, by dataflow and in key order. For reviewers and publishers. */
    List<WithheldCellView> withheld(String id, String dataflow, Actor by) {
        ReleaseReference release = published.required(id, Optional.of(by));
        List<String> known = schemas.submitted().stream().map(Dataflow::id).toList();
        if (dataflow != null && !known.contains(dataflow)) {
            throw ProblemException.parameter(
                    "dataflow", dataflow, "There is no dataflow with this id.", WordSuggestions.near(dataflow, known));
        }
        List<WithheldCellView> withheld = new ArrayList<>();
        for (Dataflow flow : schemas.submitted()) {
            if (dataflow == null || dataflow.equals(flow.id())) {
                Cube shown = published.vintage(release, flow).cube();
                history.unpublished(release, flow).figures().stream()
                        .filter(figure -> shown.find(figure.compiled().key())
                                .filter(observation -> observation.value() == null)
                                .isPresent())
                        .forEach(figure -> withheld.add(view(flow, figure)));
            }
        }
        return withheld;
    }

    private static WithheldCellView view(Dataflow flow, UnpublishedFigures.UnpublishedFigure figure) {
        return new WithheldCellView(
                flow.id(),
                new KeySpace(flow.structure()).codes(figure.compiled().key()),
                figure.compiled().value(),
                figure.reason() == null ? null : WithheldFigure.word(figure.reason()));
    }

    /**
     * Returns the differences from an earlier release, by dataflow and in key order.
     *
     * @param since the id of the earlier release; null for the release published before this release. If there is none,
     *     the result is empty
     * @throws ProblemException 400 if the actor sees no release with the id {@code since}; 404 if the actor sees no
     *     release with the id {@code id}; 410 if one of the two was withdrawn
     */
    public List<ReleaseChange> changes(String id, String since, Optional<Actor> actor) {
        ReleaseReference now = published.required(id, actor);
        Optional<ReleaseReference> before = since == null ? published.before(now) : Optional.of(earlier(since, actor));
        if (before.isEmpty()) {
            return List.of();
        }
        List<ReleaseChange> changes = new ArrayList<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            changes.addAll(ReleaseChange.between(
                    dataflow,
                    published.vintage(before.get(), dataflow).cube(),
                    published.vintage(now, dataflow).cube()));
        }
        return changes;
    }

    private ReleaseReference earlier(String since, Optional<Actor> actor) {
        Optional<ReleaseReference> found = published.find(since, actor);
        if (found.isEmpty() && !published.wasPublished(since)) {
            throw ProblemException.parameter("since", since, "There is no release with this id.", List.of());
        }
        return found.orElseGet(() -> published.required(since, false));
    }

    private Release find(String id, Optional<Actor> actor) {
        // Records that the actor reads a draft.
        published.find(id, actor);
        return releases.visible(id, seesDrafts(actor), clock.instant())
                .orElseThrow(() -> ProblemException.notFound("release"));
    }

    private static boolean seesDrafts(Optional<Actor> actor) {
        return actor.filter(Actor::readsDrafts).isPresent();
    }

    /**
     * A withheld figure of a release, for reviewers and publishers.
     *
     * @param value the true figure
     * @param reason the reason for withholding it; null if the release was made before reasons were stored
     */
    record WithheldCellView(String dataflow, Map<String, String> key, BigDecimal value, String reason) {

        /** Leaves out the value, so that no log contains it. */
        @Override
        public String toString() {
            return "WithheldCellView[" + dataflow + " " + key + "]";
        }
    }

    public record ReleaseChecks(String release, boolean publishable, List<ReleaseCheck> checks) {

        public static ReleaseChecks of(String release, List<ReleaseCheck> checks) {
            return new ReleaseChecks(
                    release,
                    checks.stream().noneMatch(check -> check.outcome() == ReleaseCheck.Outcome.BLOCKING),
                    List.copyOf(checks));
        }

        public List<ReleaseCheck> blocking() {
            return checks.stream()
                    .filter(check -> check.outcome() == ReleaseCheck.Outcome.BLOCKING)
                    .toList();
        }
    }
}
