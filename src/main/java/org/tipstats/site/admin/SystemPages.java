package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.platform.access.AccountFilter;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Role;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the overview of the administration, and the pages of areas and of the population. */
@Singleton
final class SystemPages {

    /** The address of the overview, below the language. */
    static final String PATH = "/desk/admin";

    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);
    private static final PageRequest FILES = new PageRequest(50, null);

    private final AccountService accounts;
    private final SubmissionReader submissions;
    private final SchemaRegistry schemas;
    private final Areas areas;
    private final FileWords words;
    private final HealthPages health;

    SystemPages(
            AccountService accounts,
            SubmissionReader submissions,
            SchemaRegistry schemas,
            Areas areas,
            FileWords words,
            HealthPages health) {
        this.accounts = accounts;
        this.submissions = submissions;
        this.schemas = schemas;
        this.areas = areas;
        this.words = words;
        this.health = health;
    }

    /** The parts of the administration, in the order in which they are shown. */
    enum Part {
        PEOPLE("nav.people"),
        AREAS("areas.heading"),
        SCHEMAS("nav.schemas"),
        POPULATION("admin.population"),
        SETTINGS("admin.settings"),
        AUDIT("nav.audit"),
        HEALTH("admin.health");

        private final String textKey;

        Part(String textKey) {
            this.textKey = textKey;
        }

        String path() {
            return PATH + "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part of the administration.
     *
     * @param about a description in a sentence
     * @param good false if it needs attention
     */
    record Card(String name, String address, String about, boolean good) {}

    /** A region with its areas. */
    record Region(String name, List<AreaRow> areas) {}

    /**
     * An area with its submitters.
     *
     * @param profile the address of its public page; null if there is none
     */
    record AreaRow(String id, String name, String profile, List<Sender> senders) {}

    /**
     * A submitter.
     *
     * @param source the agency whose figures it submits; null for official figures
     */
    record Sender(String name, String address, String source) {}

    /** A file with population figures. */
    record Load(
            String address,
            String fileName,
            String about,
            String rows,
            String status,
            String tone,
            String by,
            String at,
            String when) {}

    static PageContext place(String title, PageTexts t) {
        return PageContext.titled(title)
                .below(t.say("nav.desk"), Section.DESK.path())
                .below(t.say("admin.heading"), PATH);
    }

    List<Card> overview(PageTexts t) {
        boolean ready = health.isReady();
        return Arrays.stream(Part.values())
                .map(part -> new Card(
                        t.say(part.textKey),
                        "/" + t.language() + part.path(),
                        about(part, ready, t),
                        part != Part.HEALTH || ready))
                .toList();
    }

    private String about(Part part, boolean ready, PageTexts t) {
        NumberTexts numbers = new NumberTexts(t);
        return switch (part) {
            case PEOPLE -> t.say("admin.people.about", "n", count(null), "m", count(Role.ADMINISTRATOR));
            case AREAS ->
                t.say(
                        "admin.areas.about",
                        "n",
                        numbers.whole(areas.reporting().size()),
                        "m",
                        numbers.whole(senders(t).size()));
            case SCHEMAS ->
                t.say(
                        "admin.schemas.about",
                        "n",
                        numbers.whole(schemas.dataflows().size()),
                        "m",
                        numbers.whole(RuleCatalogue.entries().size()));
            case HEALTH -> t.say(ready ? "health.good" : "health.bad");
            default -> t.say("admin." + part.name().toLowerCase(Locale.ROOT) + ".about");
        };
    }

    private long count(Role role) {
        return accounts.count(new AccountFilter(null, role, null, true));
    }

    /** Returns the submitters by area. */
    private Map<String, List<Sender>> senders(PageTexts t) {
        Map<String, List<Sender>> senders = new HashMap<>();
        for (AccountView account : accounts.list(new AccountFilter(null, Role.SUBMITTER, null, true), ALL)
                .items()) {
            Sender sender = new Sender(account.name(), PeoplePages.address(account.id(), t), account.source());
            account.areas()
                    .forEach(area -> senders.computeIfAbsent(area, none -> new ArrayList<>())
                            .add(sender));
        }
        return senders;
    }

    /**
     * Lists the areas with their submitters by region.
     *
     * @param profiles true if areas have public pages
     */
    List<Region> regions(boolean profiles, PageTexts t) {
        Map<String, List<Sender>> senders = senders(t);
        return areas.regions(List.of(), t).stream()
                .map(region -> new Region(
                        region.name(),
                        region.areas().stream()
                                .map(area -> new AreaRow(
                                        area.id(),
                                        area.text(),
                                        profiles ? "/" + t.language() + Section.AREAS.path() + "/" + area.id() : null,
                                        senders.getOrDefault(area.id(), List.of())))
                                .toList()))
                .toList();
    }

    /** Lists the files with population figures, the newest first; none if the schemas have no such dataflow. */
    List<Load> population(Actor reader, PageTexts t) {
        return schemas.population().stream()
                .flatMap(flow -> submissions.list(flow.id(), null, null, reader, FILES).items().stream())
                .map(view -> load(view, t))
                .toList();
    }

    private Load load(SubmissionView view, PageTexts t) {
        return new Load(
                "/" + t.language() + Section.MY_FILES.path() + "/" + view.id(),
                view.fileName() == null ? t.say("upload.unnamed") : view.fileName(),
                words.areas(view, t),
                t.say("filereport.rows", "n", view.rows()),
                FileWords.status(view.status(), t),
                FileWords.tone(view.status()),
                view.submittedBy(),
                view.receivedAt().toString(),
                new DayTexts(t).time(view.receivedAt()));
    }
}
