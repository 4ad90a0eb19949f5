package org.tipstats.site.frame;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.cache.AnswerCache;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.notice.ErratumService;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.Frame.ShownErratum;
import org.tipstats.site.frame.Frame.Theme;
import org.tipstats.vocabulary.schema.LocalText;

/** Makes the frame of the page that answers the current request, and knows the language and the reader of the page. */
@Singleton
public final class Frames {

    /**
     * Work that continues after the service has started. Pages may be empty until the work is done, so they show
     * progress.
     */
    public interface Preparation {

        /** Returns the progress in percent; empty if no work is under way. */
        OptionalInt percent();
    }

    /** The key of the form token in the routing context, see {@link Frame#formToken}. */
    public static final String FORM_TOKEN = "org.tipstats.form-token";

    /**
     * A cookie that only says that someone signed in with this browser. Public pages may be cached and must not know
     * the reader, but they link back to the desk. The desk checks if the session is still valid.
     */
    public static final String SIGNED_IN = "tipstats-desk";

    /** A cookie that holds the language of the page that the reader saw last. */
    public static final String LANGUAGE = "tipstats-lang";

    private static final Map<String, String> NAMES =
            Map.of("en", "English", "fr", "Français", "es", "Español", "ru", "Русский", "ar", "العربية", "zh", "中文");

    /**
     * Largest number of areas that the bar names. If a person reports for more areas, the bar shows only the number.
     */
    private static final int MAX_AREAS_NAMED = 10;

    private final Assets assets;
    private final CurrentVertxRequest current;
    private final CurrentActor actor;
    private final PublishedReleases published;
    private final AcceptedObservations accepted;
    private final AccountService accounts;
    private final ErratumService notices;
    private final CatalogueConfig catalogue;
    private final List<Preparation> preparations;

    Frames(
            Assets assets,
            CurrentVertxRequest current,
            CurrentActor actor,
            PublishedReleases published,
            AcceptedObservations accepted,
            AccountService accounts,
            ErratumService notices,
            CatalogueConfig catalogue,
            @All List<Preparation> preparations) {
        this.assets = assets;
        this.current = current;
        this.actor = actor;
        this.published = published;
        this.accepted = accepted;
        this.accounts = accounts;
        this.notices = notices;
        this.catalogue = catalogue;
        this.preparations = preparations;
    }

    /**
     * Returns the language for a URL that names no language: the language of the page that the reader saw last, or else
     * the language that the browser asks for.
     *
     * @param read the cookie {@link #LANGUAGE}; may be null
     * @param wanted the header Accept-Language; may be null
     */
    public static String language(String read, String wanted) {
        return read != null && LocalText.LANGUAGES.contains(read)
                ? read
                : new LanguageParameters(null, wanted).chosen();
    }

    /**
     * Returns the person who has signed in, for resources that admit nobody else.
     *
     * @throws org.tipstats.platform.problem.ProblemException 401 for an anonymous request
     */
    public Actor person() {
        return actor.required();
    }

    /** Returns the texts in the language of the request's path; in English for a path outside the website. */
    public PageTexts texts() {
        return PageTexts.in(Site.language(request().path()).orElse(LocalText.LANGUAGES.get(0)));
    }

    /**
     * Makes the frame of a page. The frame has the bar of the desk only at paths where the service reads the session.
     */
    public Frame frame(PageContext place) {
        RoutingContext context = current.getCurrent();
        PageTexts texts = texts();
        boolean back = request().getCookie(SIGNED_IN) != null;
        Optional<ReleaseReference> latest = published.latest();
        Optional<Actor> person = Site.knowsWho(request().path()) ? actor.get() : Optional.empty();
        String preparing = preparing(texts);
        if (preparing != null || person.isPresent() || context.get(FORM_TOKEN) != null) {
            AnswerCache.forbid(context);
        }
        return new Frame(
                texts,
                assets,
                place,
                theme(request()),
                address(texts.language(), request().path(), request().query()),
                catalogue.base(request().scheme() + "://" + request().authority()),
                languages(texts.language(), request().path(), request().query()),
                bar(texts, place),
                person.map(who -> desk(texts, place, who)).orElse(null),
                "/" + texts.language() + (back ? Section.DESK.path() : "/sign-in"),
                texts.say(back ? Section.DESK.textKey() : "site.sign-in"),
                "/" + texts.language() + Section.SEARCH.path(),
                latest.map(release -> releaseSentence(texts, release)).orElse(null),
                latest.map(release -> newer(place.release(), release, texts)).orElse(null),
                errata(place.release(), latest, texts),
                preparing,
                context.get(FORM_TOKEN),
                catalogue.publisher().equals(texts.say("site.name")) ? null : catalogue.publisher());
    }

    private String newer(String shown, ReleaseReference latest, PageTexts texts) {
        if (shown == null || shown.equals(latest.id())) {
            return null;
        }
        if (shown.equals(PageContext.LATEST)) {
            String asked = request().getParam("release");
            return asked == null || Set.of("", shown, latest.id()).contains(asked)
                    ? null
                    : texts.say("release.newest-only", "id", asked, "newer", latest.id());
        }
        return texts.say(
                "release.newer",
                Map.of("id", shown, "newer", latest.id(), "date", texts.days().day(latest.publishedAt())));
    }

    private List<ShownErratum> errata(String release, Optional<ReleaseReference> latest, PageTexts texts) {
        if (!PageContext.LATEST.equals(release)) {
            return release == null ? List.of() : errata(release, texts);
        }
        return latest.filter(ReleaseReference::hasErrata)
                .map(newest -> errata(newest.id(), texts))
                .orElse(List.of());
    }

    /** Returns the errata of a release in the language of the page, oldest first. */
    public List<ShownErratum> errata(String release, PageTexts texts) {
        return notices.of(release).stream()
                .map(notice -> new ShownErratum(
                        release,
                        texts.of(notice.text()),
                        notice.text().languageFor(texts.language()),
                        notice.publishedAt()))
                .toList();
    }

    private String preparing(PageTexts texts) {
        return preparations.stream()
                .map(Preparation::percent)
                .filter(OptionalInt::isPresent)
                .map(percent -> texts.say("site.preparing", "percent", percent.getAsInt()))
                .findFirst()
                .orElse(null);
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }

    static Theme theme(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(Theme.COOKIE))
                .map(Cookie::getValue)
                .flatMap(Theme::of)
                .orElse(Theme.AUTO);
    }

    static String address(String language, String path, String query) {
        return "/" + language + Site.rest(path) + (query == null ? "" : "?" + query);
    }

    static List<Frame.LanguageLink> languages(String own, String path, String query) {
        return LocalText.LANGUAGES.stream()
                .map(language -> new Frame.LanguageLink(
                        language, NAMES.get(language), address(language, path, query), language.equals(own)))
                .toList();
    }

    private List<Frame.BarLink> bar(PageTexts texts, PageContext place) {
        return Arrays.stream(Section.values())
                .filter(Section.BAR::contains)
                .map(section -> link(texts, section, place, 0))
                .toList();
    }

    private Frame.DeskBar desk(PageTexts texts, PageContext place, Actor who) {
        List<Frame.BarLink> links = Arrays.stream(Section.values())
                .filter(section -> section.roles().stream().anyMatch(who::may))
                .map(section -> link(texts, section, place, waiting(section)))
                .toList();
        String roles = who.roles().stream()
                .sorted()
                .map(role -> texts.say("role." + role.id()))
                .collect(Collectors.joining(", "));
        Set<String> sendsFor = who.areasOf(who.source());
        String areas = sendsFor.size() > MAX_AREAS_NAMED
                ? texts.say("desk.areas", "n", sendsFor.size())
                : sendsFor.stream().sorted().collect(Collectors.joining(", "));
        areas = who.beside() == null ? areas : who.source() + " · " + areas;
        return new Frame.DeskBar(who.name(), areas.isEmpty() ? roles : roles + " · " + areas, links);
    }

    private static Frame.BarLink link(PageTexts texts, Section section, PageContext place, long waiting) {
        String words = waiting > 0 ? texts.numbers().whole(waiting) : null;
        return new Frame.BarLink(
                texts.say(section.textKey()),
                "/" + texts.language() + section.path(),
                section == place.section(),
                words);
    }

    /**
     * Returns the number to show with the link to a section: for the review queue, the number of files that wait for a
     * reviewer; for people, the number of accounts with a role, a token or a sign-in link that waits for a
     * confirmation; for any other section, 0.
     */
    private long waiting(Section section) {
        return switch (section) {
            case QUEUE -> accepted.pendingByStatus().getOrDefault(SubmissionStatus.SUBMITTED.name(), 0L);
            case PEOPLE -> accounts.count(new AccountFilter(null, null, null, AccountFilter.State.PENDING));
            default -> 0;
        };
    }

    private static String releaseSentence(PageTexts texts, ReleaseReference release) {
        return texts.say(
                "footer.release",
                Map.of("id", release.id(), "date", texts.days().day(release.publishedAt())));
    }
}
