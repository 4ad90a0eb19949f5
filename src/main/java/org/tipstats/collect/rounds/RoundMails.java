package org.tipstats.collect.rounds;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.mail.Audience;
import org.tipstats.platform.mail.Audience.Recipient;
import org.tipstats.platform.mail.MailService;
import org.tipstats.platform.mail.MailText;
import org.tipstats.platform.mail.MailsInUse;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Queues messages to the submitters of the areas of open rounds: a request, then reminders while an item is not sent.
 * Reminders are due some days before the deadline, then each week after it. No message is sent twice, even by several
 * instances. A submitter who gets another area later is asked for it, too.
 */
@ApplicationScoped
class RoundMails {

    private static final int MAX_AREAS = 5;
    private static final int WEEK = 7;

    private final BoardReader rounds;
    private final MailService mail;
    private final SchemaRegistry schemas;
    private final List<Integer> daysBefore;
    private final Clock clock;

    RoundMails(
            BoardReader rounds,
            MailService mail,
            SchemaRegistry schemas,
            @ConfigProperty(name = "tipstats.rounds.reminders", defaultValue = "14,7,1") List<Integer> daysBefore,
            Clock clock) {
        this.rounds = rounds;
        this.mail = mail;
        this.schemas = schemas;
        this.daysBefore = daysBefore;
        this.clock = clock;
    }

    /** Queues the messages that are due now. */
    @Scheduled(
            every = "{tipstats.mail.daily-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void queue() {
        if (mail.isOn()) {
            rounds.open().forEach(round -> queue(round, clock.instant()));
        }
    }

    private void queue(RoundView round, Instant now) {
        Map<Reminder, List<String>> reminded = new TreeMap<>();
        for (RoundPart part : rounds.unanswered(round.id())) {
            Reminder.due(part.deadline(), round.opensAt(), now, daysBefore)
                    .ifPresent(reminder -> reminded.computeIfAbsent(reminder, none -> new ArrayList<>())
                            .add(part.area()));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Reminder request = new Reminder("asked", round.closesAt());
            String key = key(round.id());
            Map<UUID, Map<String, Instant>> before = mail.times(key);
            mail.queueEach(
                    MessageKind.ASKED,
                    to -> of(before, to).isEmpty()
                            ? key
                            : key + "/" + of(before, to).size(),
                    Audience.submittersOfAny(round.areas()),
                    to -> text(
                            round,
                            request,
                            round.areas(),
                            to,
                            area -> !of(before, to).containsKey(area)));
            Map<UUID, Map<String, Instant>> asked = mail.times(key);
            reminded.forEach((reminder, areas) -> remind(round, reminder, areas, asked));
        });
    }

    /** Returns the key of the first request to a person. In keys of later requests, a number follows. */
    private static String key(String round) {
        return "asked/" + round;
    }

    private static Map<String, Instant> of(Map<UUID, Map<String, Instant>> asked, Recipient to) {
        return asked.getOrDefault(to.account(), Map.of());
    }

    /** Reminds people, but not of areas for which they were asked only after the reminder was due. */
    private void remind(RoundView round, Reminder reminder, List<String> areas, Map<UUID, Map<String, Instant>> asked) {
        mail.queueEach(
                MessageKind.REMINDED,
                reminder.key(round.id()),
                Audience.submittersOfAny(areas),
                to -> text(
                        round,
                        reminder,
                        areas,
                        to,
                        area -> reminder.dueAt().isAfter(of(asked, to).getOrDefault(area, Instant.MIN))));
    }

    /**
     * Keeps the records of requests while their round is open and for some time after, so that nobody is asked again.
     */
    @Produces
    @Singleton
    static MailsInUse requests(RoundRepository rounds) {
        return new MailsInUse(before ->
                rounds.notClosedBefore(before).stream().map(RoundMails::key).toList());
    }

    /** Returns the text about the recipient's areas that pass the condition; null if there is none. */
    private MailText text(
            RoundView round, Reminder reminder, List<String> areas, Recipient to, Predicate<String> condition) {
        Bundle texts = Bundle.of(RoundMails.class, "mail", to.lang());
        List<String> own = areas.stream()
                .filter(new TreeSet<>(to.areas())::contains)
                .filter(condition)
                .sorted()
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        String kind = reminder.isLate() ? "late" : reminder.stage().equals("asked") ? "asked" : "reminded";
        Map<String, String> values = Map.of(
                "title", new LocalText(round.title()).inLanguage(to.lang()),
                "areas", names(own, texts),
                "day", reminder.day());
        String page = "/desk/rounds/" + round.id() + (own.size() == 1 ? "/" + own.get(0) : "");
        return new MailText(
                texts.text(kind + ".subject", values),
                List.of(texts.text(kind, values), texts.text(kind + ".next")),
                own,
                page);
    }

    private String names(List<String> areas, Bundle texts) {
        if (areas.size() > MAX_AREAS) {
            return texts.text("areas", Map.of("n", areas.size()));
        }
        Collator alphabet = Collator.getInstance(new ULocale(texts.language()));
        return areas.stream()
                .map(code -> schemas.areas()
                        .find(code)
                        .map(area -> area.name().inLanguage(texts.language()))
                        .orElse(code))
                .sorted(alphabet)
                .collect(Collectors.joining(texts.text("comma")));
    }

    /**
     * A reminder of a deadline.
     *
     * @param stage names the time of the reminder: the days before the deadline, or the weeks after it; {@code asked}
     *     for the first request
     */
    record Reminder(String stage, Instant deadline) implements Comparable<Reminder> {

        private static final String LATE = "late-";

        /**
         * Returns the reminder that is due; the latest if several are due; empty if none is due.
         *
         * @param opensAt when the round opened. A reminder that was due before is left out, because the request for
         *     answers is sent at the opening
         * @param daysBefore the days before the deadline on which reminders are due
         */
        static Optional<Reminder> due(Instant deadline, Instant opensAt, Instant now, List<Integer> daysBefore) {
            if (now.isAfter(deadline)) {
                long weeks = Duration.between(deadline, now).toDays() / WEEK;
                return weeks == 0 ? Optional.empty() : Optional.of(new Reminder(LATE + weeks, deadline));
            }
            return daysBefore.stream()
                    .map(days -> new Reminder(Integer.toString(days), deadline))
                    .filter(reminder -> !reminder.dueAt().isAfter(now))
                    .filter(reminder -> reminder.dueAt().isAfter(opensAt))
                    .max(Comparator.comparing(Reminder::dueAt));
        }

        /** Returns the day of the deadline, with the time if it is not the end of the day. */
        String day() {
            OffsetDateTime at = deadline.atOffset(ZoneOffset.UTC);
            return at.toLocalDate()
                    + (Round.isEndOfDay(deadline)
                            ? ""
                            : " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " UTC");
        }

        Instant dueAt() {
            return isLate()
                    ? deadline.plus(Duration.ofDays(Long.parseLong(stage.substring(LATE.length())) * WEEK))
                    : deadline.minus(Duration.ofDays(Long.parseLong(stage)));
        }

        boolean isLate() {
            return stage.startsWith(LATE);
        }

        /**
         * Returns the key of the messages of this reminder. The key has the deadline, so a new deadline gets new
         * reminders.
         */
        String key(String round) {
            return "reminded/" + round + "/" + stage + "/" + deadline;
        }

        @Override
        public int compareTo(Reminder other) {
            return Comparator.comparing(Reminder::deadline)
                    .thenComparing(Reminder::stage)
                    .compare(this, other);
        }
    }
}
