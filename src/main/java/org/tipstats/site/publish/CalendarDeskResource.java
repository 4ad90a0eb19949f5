package org.tipstats.site.publish;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.calendar.CalendarEntry;
import org.tipstats.disseminate.calendar.CalendarEntry.Kind;
import org.tipstats.disseminate.calendar.CalendarEntry.State;
import org.tipstats.disseminate.calendar.CalendarService;
import org.tipstats.disseminate.calendar.CalendarService.AnnouncementRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Announces, changes and removes dates of the calendar. */
@Path(Site.LANG + "/desk/calendar")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.PUBLISHER)
@FormFilter.Guarded
class CalendarDeskResource {

    private final CalendarService calendar;
    private final Frames frames;

    CalendarDeskResource(CalendarService calendar, Frames frames) {
        this.calendar = calendar;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        static native TemplateInstance dates(Frame frame, PageTexts t, List<CalendarEntry> dates, DateForm form);

        static native TemplateInstance date(Frame frame, PageTexts t, DateForm form);
    }

    /**
     * The values typed into the form for a date, with the faults found in these values.
     *
     * @param id the id of the announced date; null for a new one
     * @param date a day as the browser writes it
     * @param release the id of the release; empty if it is not known
     */
    record DateForm(String id, String date, LanguageFields title, Kind kind, String release, List<Fault> faults) {

        static final DateForm EMPTY = new DateForm(null, "", LanguageFields.EMPTY, Kind.RELEASE, "", List.of());

        static DateForm of(CalendarEntry entry) {
            String release = entry.release() == null ? "" : entry.release();
            LanguageFields title = new LanguageFields(entry.title());
            return new DateForm(entry.id(), entry.date().toString(), title, entry.kind(), release, List.of());
        }

        public boolean isRound() {
            return kind == Kind.ROUND;
        }

        DateForm checked(LocalDate today, PageTexts t) {
            List<Fault> found = new ArrayList<>();
            request().faults(today).stream()
                    .map(error -> error.pointer().substring(1))
                    .filter(field -> field.equals("date") || field.equals("release"))
                    .forEach(field -> found.add(new Fault(field, t.say("dates.fault." + field))));
            found.addAll(title.faults(CalendarService.MAX_TITLE, t));
            return new DateForm(id, date, title, kind, release, found);
        }

        AnnouncementRequest request() {
            return new AnnouncementRequest(day(), title.texts(), kind, release.isEmpty() ? null : release);
        }

        /** Returns the typed day; null if it is not a day. */
        private LocalDate day() {
            try {
                return LocalDate.parse(date);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** The fields of the form, as the browser sends them. */
    record DateFields(
            @RestForm String date,
            @RestForm String kind,
            @RestForm String release,
            @RestForm List<String> language,
            @RestForm List<String> text) {

        DateForm form(String id) {
            return new DateForm(
                    id,
                    Site.typed(date),
                    LanguageFields.of(language, text),
                    "round".equals(kind) ? Kind.ROUND : Kind.RELEASE,
                    Site.typed(release),
                    List.of());
        }
    }

    @GET
    public TemplateInstance dates() {
        return list(DateForm.EMPTY);
    }

    private TemplateInstance list(DateForm form) {
        PageTexts t = frames.texts();
        List<CalendarEntry> dates = calendar.list(Optional.of(frames.person())).stream()
                .filter(entry -> entry.state() == State.ANNOUNCED)
                .toList();
        PageContext place = PageContext.onDesk(t.say("dates.heading"), t)
                .in(Section.DATES)
                .api("/api/v1/calendar")
                .after(form.faults());
        return Pages.dates(frames.frame(place), t, dates, form);
    }

    @POST
    public Response announce(@BeanParam DateFields fields) {
        DateForm form = fields.form(null).checked(calendar.today(), frames.texts());
        if (!form.faults().isEmpty()) {
            return PageReply.again(list(form));
        }
        calendar.announce(form.request(), frames.person());
        return back();
    }

    @GET
    @Path("/{date}")
    public TemplateInstance date(@RestPath("date") String id) {
        return one(DateForm.of(calendar.find(id)));
    }

    private TemplateInstance one(DateForm form) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.onDesk(t.say("dates.change"), t)
                .in(Section.DATES)
                .below(t.say("dates.heading"), Section.DATES.path())
                .after(form.faults());
        return Pages.date(frames.frame(place), t, form);
    }

    @POST
    @Path("/{date}")
    public Response change(@RestPath("date") String id, @BeanParam DateFields fields) {
        DateForm form = fields.form(id).checked(calendar.today(), frames.texts());
        if (!form.faults().isEmpty()) {
            return PageReply.again(one(form));
        }
        calendar.change(id, form.request(), frames.person());
        return back();
    }

    @POST
    @Path("/{date}/removal")
    public Response remove(@RestPath("date") String id) {
        calendar.remove(id, frames.person());
        return back();
    }

    private Response back() {
        return PageReply.next("/" + frames.texts().language() + Section.DATES.path());
    }
}
