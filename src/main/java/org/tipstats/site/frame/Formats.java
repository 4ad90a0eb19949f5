package org.tipstats.site.frame;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.rounds.Round;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.job.JobView;
import org.tipstats.validate.findings.Severity;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Shows values in the language of a page. Templates call these methods as if they were methods of the values:
 * {@code {token.createdAt.time(t)}}.
 */
@TemplateExtension
public final class Formats {

    private Formats() {}

    public static String day(Instant at, PageTexts t) {
        return t.days().day(at);
    }

    public static String day(LocalDate date, PageTexts t) {
        return t.days().day(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Returns the day of a deadline. Adds the time if the deadline is not at the end of that day. */
    public static String deadline(Instant at, PageTexts t) {
        return Round.isEndOfDay(at) ? day(at, t) : time(at, t);
    }

    public static String time(Instant at, PageTexts t) {
        return t.days().time(at);
    }

    public static String whole(Number number, PageTexts t) {
        return t.numbers().whole(number.longValue());
    }

    public static String text(AccountRole role, PageTexts t) {
        return t.say("role." + role.id());
    }

    public static String text(MessageKind kind, PageTexts t) {
        return t.say("contact.kind." + kind.id());
    }

    public static String text(Severity severity, PageTexts t) {
        return t.say("severity." + severity.word());
    }

    /** Returns the CSS class of a severity. */
    public static String tone(Severity severity) {
        return severity == Severity.INFORMATION ? "info" : severity.word();
    }

    /** Returns whether a job has not ended. */
    public static boolean isRunning(JobView job) {
        return job.state().equals("RUNNING");
    }

    /** Returns all roles, in the order of the process. A template writes {@code {#for role in all:roles}}. */
    @TemplateExtension(namespace = "all")
    static List<AccountRole> roles() {
        return List.of(AccountRole.values());
    }

    /** Returns the message of the first fault of a field; null if the field has no fault. */
    public static String of(List<Fault> faults, String field) {
        return Fault.of(field, faults);
    }

    /** Returns a text in the language of the page, else in English, else in the first language that has a text. */
    public static String words(Map<String, String> text, PageTexts t) {
        return words(new LocalText(text), t);
    }

    /** Returns the language of the text that {@link #words} returns. */
    public static String languageOf(Map<String, String> text, PageTexts t) {
        return languageOf(new LocalText(text), t);
    }

    public static String words(LocalText text, PageTexts t) {
        return t.of(text);
    }

    public static String languageOf(LocalText text, PageTexts t) {
        return text.languageFor(t.language());
    }

    /**
     * Returns an action of the audit log in words. If the texts have no words for the action, returns the action
     * itself.
     */
    public static String event(String action, PageTexts t) {
        String key = "event." + action;
        return t.has(key) ? t.say(key) : action;
    }

    /** Writes instants into templates without fractions of a second, because HTML allows at most three digits. */
    @Singleton
    static final class InstantMapper implements ResultMapper {

        void register(@Observes EngineBuilder builder) {
            builder.addResultMapper(this);
        }

        /** Returns a priority above that of the mapper that escapes texts. */
        @Override
        public int getPriority() {
            return DEFAULT_PRIORITY + 1;
        }

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return result instanceof Instant;
        }

        @Override
        public String map(Object result, Expression expression) {
            return ((Instant) result).truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }
}
