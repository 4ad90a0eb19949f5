package org.tipstats.publish.remedy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.remedy.RemedySummary.RemedyCost;
import org.tipstats.publish.remedy.RemedySummary.RemedyOffer;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds the cheapest remedies for a blocked draft. The cost is measured: the year of the blocked figures is compiled
 * and protected with each remedy. Only remedies that remove the blocker are offered.
 */
public class RemedySearch {

    /** The largest number of trials for a draft. Further remedies are not tried, because each trial takes long. */
    static final int MAX_TRIALS = 12;

    private static final int MAX_OFFERS = 3;

    private final SchemaRegistry schemas;
    private final Trials trials;

    public RemedySearch(SchemaRegistry schemas, Trials trials) {
        this.schemas = schemas;
        this.trials = trials;
    }

    /** Protects one year with a remedy. The result has a report of the audit, unless it is blocked. */
    @FunctionalInterface
    public interface Trials {
        AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier, Exceptions exceptions);
    }

    /** A figure that blocks a draft. */
    public record BlockedFigure(String check, String dataflow, long key, boolean noMove) {

        public static BlockedFigure of(Blocker blocker) {
            return new BlockedFigure(check(blocker.kind()), blocker.dataflow(), blocker.key(), blocker.noMove());
        }

        /** Returns the id of the check that blockers of a kind fail. */
        public static String check(Blocker.Kind kind) {
            return switch (kind) {
                case TOTAL_IS_SENSITIVE -> "public-totals";
                case REVEALED_BY_TOTALS -> "protection";
                case REVEALED_BY_EARLIER_RELEASES -> "earlier-releases";
            };
        }
    }

    /**
     * A draft that checks block.
     *
     * @param remedies the remedies that the draft was compiled with
     * @param compiled the compiled figures, with these remedies
     * @param safe the protected figures
     */
    public record BlockedDraft(
            List<Remedy> remedies,
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            Map<String, ProtectedCube> safe,
            List<BlockedFigure> blocked) {}

    /** The place of blocked figures of one check. If only one area of a group reports, the place is this area. */
    private record Place(String check, String dataflow, String year, String area) {}

    /**
     * The result of a trial.
     *
     * @param blocked the number of figures that are still blocked or exposed
     * @param places the dataflows and areas of these figures
     */
    private record Trial(int blocked, Set<String> places, RemedyCost cost) {}

    /** Returns the remedies of a draft; see {@link RemedySummary}. */
    public RemedySummary search(BlockedDraft draft) {
        return new Search(draft).run();
    }

    private final class Search {

        private static final Comparator<RemedyOffer> CHEAPEST = Comparator.comparing(
                        RemedyOffer::cost,
                        Comparator.comparingLong(RemedyCost::totals)
                                .thenComparingLong(RemedyCost::figures)
                                .thenComparing(RemedyCost::value))
                .thenComparing(RemedyOffer::id);

        private final BlockedDraft draft;
        private final Map<String, RemedyCandidates> candidates = new HashMap<>();
        private final Map<Remedy, Trial> tried = new HashMap<>();
        private final Map<Place, List<BlockedFigure>> places = new LinkedHashMap<>();

        Search(BlockedDraft draft) {
            this.draft = draft;
            for (BlockedFigure figure : draft.blocked()) {
                String year = year(figure.dataflow(), figure.key());
                String area = candidates(figure.dataflow(), year).place(figure.key());
                places.computeIfAbsent(
                                new Place(figure.check(), figure.dataflow(), year, area), none -> new ArrayList<>())
                        .add(figure);
            }
        }

        private RemedyCandidates candidates(String dataflow, String year) {
            return candidates.computeIfAbsent(
                    dataflow + " " + year,
                    none -> new RemedyCandidates(
                            schemas.dataflow(dataflow).orElseThrow(),
                            year,
                            draft.compiled().getOrDefault(dataflow, Cube.empty(space(dataflow))),
                            draft.earlier()));
        }

        RemedySummary run() {
            Map<String, Map<String, List<List<RemedyOffer>>>> found = new TreeMap<>();
            places.forEach((place, figures) -> {
                List<RemedyOffer> offers = offers(place, figures);
                if (!offers.isEmpty()) {
                    found.computeIfAbsent(place.check(), none -> new TreeMap<>())
                            .computeIfAbsent(place.year(), none -> new ArrayList<>())
                            .add(offers);
                }
            });
            Map<String, List<RemedyOffer>> offered = new TreeMap<>();
            found.forEach((check, years) -> offered.put(
                    check,
                    years.values().stream()
                            .flatMap(offers -> cheapest(offers).stream())
                            .toList()));
            boolean more = tried.size() >= MAX_TRIALS;
            return new RemedySummary(draft.remedies().stream().map(Remedy::id).toList(), offered, more);
        }

        /** Returns the cheapest offers of a year. The cheapest offer of each place has priority over second offers. */
        private List<RemedyOffer> cheapest(List<List<RemedyOffer>> offers) {
            Set<RemedyOffer> first = new LinkedHashSet<>();
            for (int rank = 0; rank < MAX_OFFERS; rank++) {
                for (List<RemedyOffer> ofPlace : offers) {
                    ofPlace.stream().skip(rank).findFirst().ifPresent(first::add);
                }
            }
            return first.stream().limit(MAX_OFFERS).sorted(CHEAPEST).toList();
        }

        private List<RemedyOffer> offers(Place place, List<BlockedFigure> figures) {
            Dataflow dataflow = schemas.dataflow(place.dataflow()).orElseThrow();
            List<Long> keys = figures.stream().map(BlockedFigure::key).toList();
            boolean noMove = figures.stream().allMatch(BlockedFigure::noMove);
            Set<String> own = placesOf(place.dataflow(), keys);
            int before = blockedIn(place.year());
            List<RemedyOffer> offers = new ArrayList<>();
            for (Remedy remedy : candidates(place.dataflow(), place.year()).of(place.area(), keys, noMove)) {
                boolean isNew = !draft.remedies().contains(remedy);
                if (isNew && (tried.containsKey(remedy) || tried.size() < MAX_TRIALS)) {
                    Trial trial = tried.computeIfAbsent(remedy, this::attempt);
                    if (trial.blocked() < before && own.stream().noneMatch(trial.places()::contains)) {
                        offers.add(new RemedyOffer(remedy.id(), remedy.text(dataflow, "en"), trial.cost()));
                    }
                }
            }
            offers.sort(CHEAPEST);
            return offers;
        }

        private int blockedIn(String year) {
            return (int) draft.blocked().stream()
                    .filter(figure -> year(figure.dataflow(), figure.key()).equals(year))
                    .count();
        }

        private Trial attempt(Remedy remedy) {
            YearSelection year = new YearSelection(List.of(remedy.year()));
            List<Remedy> all = new ArrayList<>(draft.remedies());
            all.add(remedy);
            List<Dataflow> dataflows = schemas.submitted();
            Map<String, Cube> compiled = new RemediedFigures(dataflows, List.of(remedy)).of(year.of(draft.compiled()));
            List<EarlierRelease> earlier = EarlierRelease.in(year, draft.earlier());
            AuditedRelease release =
                    trials.protect(compiled, earlier, new RemediedFigures(dataflows, all).exceptions(compiled));
            Set<String> left = new TreeSet<>();
            release.release().blockers().forEach(one -> left.addAll(placesOf(one.dataflow(), List.of(one.key()))));
            List<ExposedCell> exposed = release.report().map(Search::exposed).orElse(List.of());
            exposed.forEach(cell -> left.addAll(placesOf(
                    cell.table(), List.of(space(cell.table()).parse(cell.key()).orElseThrow()))));
            int blocked = release.release().blockers().size() + exposed.size();
            return new Trial(blocked, left, cost(year, release.release().cubes()));
        }

        private static List<ExposedCell> exposed(AuditReport report) {
            return Stream.concat(report.recoverable().stream(), report.notProven().stream())
                    .toList();
        }

        private RemedyCost cost(YearSelection year, Map<String, ProtectedCube> after) {
            long figures = 0;
            long totals = 0;
            BigDecimal value = BigDecimal.ZERO;
            for (Dataflow dataflow : schemas.submitted()) {
                ProtectedCube before = draft.safe().get(dataflow.id());
                if (before != null && dataflow.threshold() > 0) {
                    Cube old = year.of(before.cube());
                    Cube now = after.containsKey(dataflow.id())
                            ? after.get(dataflow.id()).cube()
                            : Cube.empty(old.space());
                    RemedyCost lost = lost(dataflow, old, now);
                    RemedyCost won = lost(dataflow, now, old);
                    figures += lost.figures() - won.figures();
                    totals += lost.totals() - won.totals();
                    value = value.add(lost.value()).subtract(won.value());
                }
            }
            return new RemedyCost(Math.max(0, figures), Math.max(0, totals), value.max(BigDecimal.ZERO));
        }

        /** Counts the figures that one cube shows and the other one does not, and adds up their values. */
        private static RemedyCost lost(Dataflow dataflow, Cube from, Cube to) {
            FigureRanks ranks = new FigureRanks(dataflow);
            int unit = dataflow.structure().unit().position();
            int count = dataflow.unit("COUNT").orElseThrow().position();
            long figures = 0;
            long totals = 0;
            BigDecimal value = BigDecimal.ZERO;
            for (Observation figure : from) {
                if (figure.value() != null
                        && from.space().position(figure.key(), unit) == count
                        && !to.hasValue(figure.key())) {
                    figures++;
                    totals += ranks.of(figure.key()) == 0 ? 1 : 0;
                    value = value.add(figure.value());
                }
            }
            return new RemedyCost(figures, totals, value);
        }

        private Set<String> placesOf(String dataflow, List<Long> keys) {
            KeySpace space = space(dataflow);
            Set<String> found = new TreeSet<>();
            keys.forEach(key ->
                    found.add(dataflow + " " + space.code(key, space.structure().area())));
            return found;
        }

        private String year(String dataflow, long key) {
            KeySpace space = space(dataflow);
            return space.code(key, space.structure().time());
        }

        private KeySpace space(String dataflow) {
            return new KeySpace(schemas.dataflow(dataflow).orElseThrow().structure());
        }
    }
}
