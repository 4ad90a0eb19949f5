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
import org.tipstats.collect.rounds.RoundPart.StoredPart;
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

    private static final String REMINDED = "reminded/";
    private static final int MAX_AREAS = 5;
    private static final int MAX_OPEN = 50;
    private static final int WEEK = 7;

    private final RoundRepository rounds;
    private final BoardReader boards;
    private final MailService mail;
    private final SchemaRegistry schemas;
    private final List<Integer> daysBefore;
    private final Clock clock;

    RoundMails(
            RoundRepository rounds,
            BoardReader boards,
            MailService mail,
            SchemaRegistry schemas,
            @ConfigProperty(name = "tipstats.rounds.reminders", defaultValue = "14,7,1") List<Integer> daysBefore,
            Clock clock) {
        this.rounds = rounds;
        this.boards = boards;
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
            rounds.list(true, List.of(), true, clock.instant(), MAX_OPEN, 0)
                    .forEach(round -> QuarkusTransaction.requiringNew()
                            .run(() -> rounds.findLocked(round.id())
                                    .filter(locked -> locked.closedAt() == null)
                                    .ifPresent(this::queue)));
        }
    }

    /** Deletes the messages about a round that were not sent, because it is closed. */
    void cancel(String round) {
        mail.cancel(key(round));
        mail.cancel(REMINDED + round);
    }

    /**
     * Deletes the messages about an area that were not sent, because its deadline has changed. The next run queues them
     * again: about the area with its new deadline, and about the other areas that they named.
     */
    void cancel(String round, String area) {
        mail.cancel(key(round), area);
        mail.cancel(REMINDED + round, area);
    }

    /** @param round a round that the transaction has locked, so that it stays open and its deadlines stay as they are */
    private void queue(Round round) {
        rounds.parts(List.of(round.id())).stream()
                .collect(Collectors.groupingBy(
                        part -> part.deadline(round),
                        TreeMap::new,
                        Collectors.mapping(StoredPart::area, Collectors.toList())))
                .forEach((deadline, areas) -> ask(round, new Reminder("asked", deadline), areas));
        Map<UUID, Map<String, Instant>> asked = mail.times(key(round.id()));
        Map<Reminder, List<String>> reminded = new TreeMap<>();
        for (RoundPart part : boards.unanswered(round.id())) {
            Reminder.due(part.deadline(), round.opensAt(), clock.instant(), daysBefore)
                    .ifPresent(reminder -> reminded.computeIfAbsent(reminder, none -> new ArrayList<>())
                            .add(part.area()));
        }
        reminded.forEach((reminder, areas) -> remind(round, reminder, areas, asked));
    }

    /** Asks people for the areas for which they were not asked before. */
    private void ask(Round round, Reminder request, List<String> areas) {
        String key = key(round.id());
        Map<UUID, Map<String, Instant>> before = mail.times(key);
        mail.queueEach(
                MessageKind.ASKED,
                to -> of(before, to).isEmpty()
                        ? key
                        : key + "/" + unasked(areas, to, before).get(0),
                Audience.submittersOfAny(areas),
                to -> text(round, request, unasked(areas, to, before), to));
    }

    private static List<String> unasked(List<String> areas, Recipient to, Map<UUID, Map<String, Instant>> before) {
        return own(areas, to, area -> !of(before, to).containsKey(area));
    }

    /** Returns the key of the first request to a person. In keys of later requests, one of their areas follows. */
    private static String key(String round) {
        return "asked/" + round;
    }

    private static Map<String, Instant> of(Map<UUID, Map<String, Instant>> asked, Recipient to) {
        return asked.getOrDefault(to.account(), Map.of());
    }

    /** Reminds people, but not of areas for which they were asked only after the reminder was due. */
    private void remind(Round round, Reminder reminder, List<String> areas, Map<UUID, Map<String, Instant>> asked) {
        mail.queueEach(
                MessageKind.REMINDED,
                reminder.key(round.id()),
                Audience.submittersOfAny(areas),
                to -> text(
                        round,
                        reminder,
                        own(
                                areas,
                                to,
                                area -> reminder.dueAt().isAfter(of(asked, to).getOrDefault(area, Instant.MIN))),
                        to));
    }

    /** Returns those of the areas that are the recipient's and pass the condition. */
    private static List<String> own(List<String> areas, Recipient to, Predicate<String> condition) {
        return areas.stream()
                .filter(new TreeSet<>(to.areas())::contains)
                .filter(condition)
                .sorted()
                .toList();
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

    /**
     * Returns the text about areas of the recipient; null if there are none. Only reminders end with the deadline: late
     * answers are welcome, so people are asked even later.
     */
    private MailText text(Round round, Reminder reminder, List<String> own, Recipient to) {
        if (own.isEmpty()) {
            return null;
        }
        Bundle texts = Bundle.of(RoundMails.class, "mail", to.lang());
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
                page,
                kind.equals("reminded") ? reminder.deadline() : null);
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
            return REMINDED + round + "/" + stage + "/" + deadline;
        }

        @Override
        public int compareTo(Reminder other) {
            return Comparator.comparing(Reminder::deadline)
                    .thenComparing(Reminder::stage)
                    .compare(this, other);
        }
    }
}
