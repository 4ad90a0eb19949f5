package org.tipstats.site.file;

import io.quarkus.qute.TemplateExtension;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Says in words what a file is about and what its status is. */
@Singleton
public final class FileWords {

    private static final Map<SubmissionStatus, String> TONES = Map.of(
            SubmissionStatus.INVALID, "error",
            SubmissionStatus.NEEDS_JUSTIFICATION, "warning",
            SubmissionStatus.RETURNED, "warning",
            SubmissionStatus.SUBMITTED, "info",
            SubmissionStatus.ACCEPTED, "good",
            SubmissionStatus.WITHDRAWN, "quiet");

    private static final int MAX_AREAS_NAMED = 10;

    private final SchemaRegistry schemas;

    FileWords(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /** Returns the name of a dataflow; the id if no dataflow has this id. */
    public String dataflow(String id, PageTexts t) {
        return schemas.dataflow(id).map(Dataflow::name).map(t::of).orElse(id);
    }

    /** Returns the name of an area; the id if no area has this id. */
    public String area(String id, PageTexts t) {
        return schemas.areas().find(id).map(Code::name).map(t::of).orElse(id);
    }

    /** Returns the order of areas by name in the language of the page. */
    public Comparator<String> areaOrder(PageTexts t) {
        return Comparator.comparing(id -> area(id, t), t.collator());
    }

    /** Returns areas in the order of their names in the language of the page. */
    public List<String> byName(Collection<String> ids, PageTexts t) {
        return ids.stream().sorted(areaOrder(t)).toList();
    }

    /** Returns the names of areas; the number of areas if there are too many to name. */
    public String areaNames(Set<String> ids, PageTexts t) {
        return ids.size() > MAX_AREAS_NAMED
                ? t.say("desk.areas", "n", ids.size())
                : byName(ids, t).stream().map(id -> area(id, t)).collect(Collectors.joining(t.say("filereport.comma")));
    }

    /** Returns the query that gets the template of a single area; empty if there are several areas or none. */
    public String templateQuery(Set<String> areas) {
        return areas.size() == 1 ? "?area=" + areas.iterator().next() : "";
    }

    /** Returns the name of the file's area; the number of areas if the file has several or none. */
    public String areas(SubmissionView view, PageTexts t) {
        return view.area() == null ? t.say("desk.areas", "n", view.areas().size()) : area(view.area(), t);
    }

    /**
     * Returns the name of a file, or words for a file without a name.
     *
     * @param name null if the file has no name
     */
    public static String fileName(String name, PageTexts t) {
        return name == null ? t.say("upload.unnamed") : name;
    }

    /** Returns the name of a file, or words for a file without a name. */
    @TemplateExtension
    public static String shownName(SubmissionView file, PageTexts t) {
        return fileName(file.fileName(), t);
    }

    /** Says where the rows of a submission come from. */
    @TemplateExtension
    public static String way(UploadOrigin origin, PageTexts t) {
        return t.say("origin.way." + origin.name().toLowerCase(Locale.ROOT));
    }

    @TemplateExtension(matchName = "text")
    public static String status(SubmissionStatus status, PageTexts t) {
        return t.say("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the CSS class of a status. */
    @TemplateExtension
    public static String tone(SubmissionStatus status) {
        return TONES.get(status);
    }
}
