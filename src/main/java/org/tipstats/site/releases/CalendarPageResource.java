package org.tipstats.site.releases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.disseminate.calendar.CalendarEntry;
import org.tipstats.disseminate.calendar.CalendarEntry.State;
import org.tipstats.disseminate.calendar.CalendarService;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves the calendar: the dates that are announced, and the releases that are public. */
@Path(Site.LANG + "/calendar")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class CalendarPageResource {

    private static final Map<State, String> TONES =
            Map.of(State.ANNOUNCED, "info", State.PUBLISHED, "good", State.WITHDRAWN, "error");

    private final CalendarService calendar;
    private final ReleaseReader releases;
    private final Frames frames;

    CalendarPageResource(CalendarService calendar, ReleaseReader releases, Frames frames) {
        this.calendar = calendar;
        this.releases = releases;
        this.frames = frames;
    }

    /**
     * The dates of the calendar.
     *
     * @param coming the announced dates from today on, the next one first
     * @param past all other dates, the latest first; if such a date is still announced, the day passed without a
     *     release
     * @param releases the releases by id
     */
    record CalendarPage(List<CalendarEntry> coming, List<CalendarEntry> past, Map<String, ReleaseView> releases) {}

    @CheckedTemplate(basePath = "profile")
    static final class Pages {

        static native TemplateInstance calendar(Frame frame, PageTexts t, CalendarPage page);
    }

    @TemplateExtension
    static String text(CalendarEntry.Kind kind, PageTexts t) {
        return t.say("calendar.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    @TemplateExtension
    static String text(State state, PageTexts t) {
        return t.say("calendar.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the CSS class of a state. */
    @TemplateExtension
    static String tone(State state) {
        return TONES.get(state);
    }

    @GET
    public TemplateInstance calendar() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("calendar.heading"))
                .in(Section.CALENDAR)
                .described(t.say("calendar.lead"))
                .api("/api/v1/calendar");
        LocalDate today = calendar.today();
        Map<Boolean, List<CalendarEntry>> dates = calendar.list(Optional.empty()).stream()
                .collect(Collectors.partitioningBy(entry ->
                        entry.state() == State.ANNOUNCED && !entry.date().isBefore(today)));
        List<CalendarEntry> coming = new ArrayList<>(dates.get(true));
        Collections.reverse(coming);
        Map<String, ReleaseView> views =
                releases.list(Optional.empty()).stream().collect(Collectors.toMap(ReleaseView::id, release -> release));
        return Pages.calendar(frames.frame(place), t, new CalendarPage(coming, dates.get(false), views));
    }
}
