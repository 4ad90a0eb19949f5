package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import org.tipstats.collect.receive.SubmissionStatus;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** What a file is about and how it stands, in words. */
@Singleton
public final class FileWords {

    private static final Map<SubmissionStatus, String> TONES = Map.of(
            SubmissionStatus.INVALID, "error",
            SubmissionStatus.NEEDS_JUSTIFICATION, "warning",
            SubmissionStatus.RETURNED, "warning",
            SubmissionStatus.SUBMITTED, "info",
            SubmissionStatus.ACCEPTED, "good",
            SubmissionStatus.WITHDRAWN, "quiet");

    private final SchemaRegistry schemas;

    FileWords(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /** The name of a dataflow. */
    public String dataflow(String id, PageTexts t) {
        return schemas.dataflow(id)
                .map(Dataflow::name)
                .map(name -> name.in(t.language()))
                .orElse(id);
    }

    /** The name of an area. */
    public String area(String id, PageTexts t) {
        return schemas.areas()
                .find(id)
                .map(Code::name)
                .map(name -> name.in(t.language()))
                .orElse(id);
    }

    /** The area of the file, or of how many it is. */
    public String areas(SubmissionView view, PageTexts t) {
        return view.area() == null ? t.say("desk.areas", "n", view.areas().size()) : area(view.area(), t);
    }

    public static String status(SubmissionStatus status, PageTexts t) {
        return t.say("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** The class that colours a status. */
    public static String tone(SubmissionStatus status) {
        return TONES.get(status);
    }
}
