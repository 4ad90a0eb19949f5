package org.tipstats.site.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.search.FigureSubjects.Subject;
import org.tipstats.site.search.SearchDocument.Figures;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchDocument.Words;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The figures of a release. A search finds, for each area and each dataset except reference data, the totals, each
 * breakdown, and each single code of a breakdown, except countries and unknown characteristics.
 */
@Singleton
record FigureSource(SchemaRegistry schemas, PublishedReleases published) implements SearchSource {

    /** Largest number of codes that a URL lists. A URL for more codes selects all codes. */
    private static final int MAX_CHOSEN = 40;

    @Override
    public List<SearchDocument> documents(Optional<ReleaseReference> release) {
        return release.map(latest -> documents(
                        schemas, flow -> published.vintage(latest, flow).cube()))
                .orElseGet(List::of);
    }

    /** Makes the documents of the figures in the cubes of a release. */
    static List<SearchDocument> documents(SchemaRegistry schemas, Function<Dataflow, Cube> cubes) {
        List<Code> areas = schemas.areas().codes();
        Map<Code, Words> areaWords = areas.stream().collect(Collectors.toMap(Function.identity(), AreaSource::words));
        List<SearchDocument> documents = new ArrayList<>();
        for (Dataflow flow : inOrder(schemas)) {
            FigureSubjects subjects = new FigureSubjects(flow, cubes.apply(flow));
            boolean leads = Topic.VICTIMS.dataflow(schemas).filter(flow::equals).isPresent();
            for (Subject subject : subjects.subjects()) {
                Words words = words(flow, subject);
                Optional<Topic> chapter = chapter(schemas, flow, subject);
                for (Code area : areas) {
                    List<String> years = subjects.years(subject, area);
                    Figures figures = new Figures(
                            area.id(),
                            areaWords.get(area),
                            years,
                            chapter.isPresent() ? null : flow.structure().time().id(),
                            area.isAreaGroup("WORLD"),
                            leads && subject.dimension() == null);
                    if (!years.isEmpty()) {
                        documents.add(document(flow, subject, area, chapter, words, figures));
                    }
                }
            }
        }
        return documents;
    }

    /** Returns the datasets in the order of the topics; derived datasets come last. Leaves out reference data. */
    private static Set<Dataflow> inOrder(SchemaRegistry schemas) {
        return Stream.of(
                        Arrays.stream(Topic.values()).flatMap(topic -> topic.dataflow(schemas).stream()),
                        schemas.reported().stream(),
                        schemas.dataflows().stream().filter(Dataflow::isDerived))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the words of a subject. The words of the totals have the name of the dataset in {@code names}; the words
     * of all other subjects have it in {@code more}. So a search that names a code shows the figures of the code first.
     */
    private static Words words(Dataflow flow, Subject subject) {
        List<String> flowWords = Stream.concat(
                        flow.name().texts().values().stream(), EverydayWords.of(flow.id()).stream())
                .toList();
        Dimension dimension = subject.dimension();
        if (dimension == null) {
            return new Words(List.of(), flowWords, List.of());
        }
        if (subject.code() == null) {
            return Words.named(dimension.name())
                    .alsoNamed(EverydayWords.of(dimension.role().name()))
                    .and(flowWords)
                    .and(namesOfParts(dimension));
        }
        Words words = AreaSource.words(subject.code());
        return new Words(List.of(), withoutVictims(words.names()), List.of())
                .alsoNamed(withoutVictims(
                        EverydayWords.of(dimension.role() + "=" + subject.code().id())))
                .and(flowWords);
    }

    private static List<String> namesOfParts(Dimension dimension) {
        return FigureSubjects.COUNTRIES.contains(dimension.role())
                ? List.of()
                : FlowFigures.parts(dimension).stream()
                        .flatMap(code -> AreaSource.words(code).names().stream())
                        .toList();
    }

    /** Leaves out names such as "child victims", because datasets on suspects use the same codes. */
    private static List<String> withoutVictims(List<String> names) {
        Set<String> victims = Set.copyOf(EverydayWords.of("victim"));
        return names.stream()
                .filter(name -> WordForms.words(name).stream().noneMatch(victims::contains))
                .toList();
    }

    private static SearchDocument document(
            Dataflow flow, Subject subject, Code area, Optional<Topic> chapter, Words words, Figures figures) {
        List<LocalText> title = new ArrayList<>(List.of(area.name()));
        title.add(subject.code() == null ? flow.name() : subject.code().name());
        if (subject.dimension() != null && subject.code() == null) {
            title.add(subject.dimension().name());
        }
        String first = figures.years().get(0);
        String last = figures.years().get(figures.years().size() - 1);
        String years = first.equals(last) ? first : first + "\u2013" + last;
        return new SearchDocument(
                Kind.FIGURE,
                null,
                chapter.map(topic -> Section.AREAS.path() + "/" + area.id() + "#" + topic.id())
                        .orElseGet(() -> path(flow, subject, area)),
                title,
                texts -> about(flow, subject, years, texts),
                words,
                figures);
    }

    private static String about(Dataflow flow, Subject subject, String years, PageTexts texts) {
        String figures = texts.say("search.about.figures", "years", years);
        return subject.code() == null ? figures : texts.of(flow.name()) + " \u00b7 " + figures;
    }

    /**
     * Returns the topic whose chapter in an area's profile ranks the countries of a subject; empty if there is no such
     * chapter.
     */
    private static Optional<Topic> chapter(SchemaRegistry schemas, Dataflow flow, Subject subject) {
        Dimension broken = subject.dimension();
        return Arrays.stream(Topic.values())
                .filter(topic -> broken != null && FigureSubjects.COUNTRIES.contains(broken.role()))
                .filter(topic -> topic.dataflow(schemas).filter(flow::equals).isPresent())
                .filter(topic -> topic.breakdown(flow).filter(broken::equals).isPresent())
                .findFirst();
    }

    /** Returns the path of the page that shows the counts of a subject, with a selection that one chart can show. */
    private static String path(Dataflow flow, Subject subject, Code area) {
        StringJoiner query = new StringJoiner("&", Section.DATA.path() + "/" + flow.id() + "?", "");
        for (Dimension dimension : flow.structure().dimensions()) {
            String codes = dimension == subject.dimension() ? chosen(subject) : usual(flow, dimension, area);
            if (codes != null) {
                query.add(dimension.id() + "=" + codes);
            }
        }
        return query.toString();
    }

    /**
     * Returns the codes to select: the parts of a breakdown, or a single code and the total, so that the page can
     * compute shares. Returns null, which selects all codes, if a breakdown has too many codes to list.
     */
    private static String chosen(Subject subject) {
        List<String> codes = subject.code() != null
                ? List.of(subject.code().id())
                : FlowFigures.parts(subject.dimension()).stream().map(Code::id).toList();
        String total = subject.dimension().codes().total().map(Code::id).orElse(null);
        if (codes.size() > MAX_CHOSEN) {
            return null;
        }
        return total == null || subject.code() == null
                ? String.join(",", codes)
                : total + "," + String.join(",", codes);
    }

    private static String usual(Dataflow flow, Dimension dimension, Code area) {
        if (dimension.role() == Role.AREA) {
            return area.id();
        }
        if (dimension.isTime() || dimension.size() == 1) {
            return null;
        }
        Optional<Code> code = dimension.role() == Role.UNIT
                ? flow.unit("COUNT")
                : dimension.codes().total();
        return code.map(Code::id).orElse(null);
    }
}
