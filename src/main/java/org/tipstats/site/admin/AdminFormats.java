package org.tipstats.site.admin;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.GrantView;
import org.tipstats.platform.access.AccountView.TokenView;
import org.tipstats.platform.alert.AlertCause.AlertLevel;
import org.tipstats.platform.audit.RecordedEvent;
import org.tipstats.platform.mail.MailRecord;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.validate.trial.TrialReport;
import org.tipstats.validate.trial.TrialReport.FindingChange;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Formats accounts, alerts, messages, entries of the audit log, rules, and changes that a trial of rules found.
 * Templates call these methods on the values, see {@link Formats}.
 */
@TemplateExtension
final class AdminFormats {

    private static final String ACCOUNT = "accounts/[0-9a-f-]{36}(/(tokens|grants)/[0-9a-f-]{36})?";

    private static final long MEGABYTE = 1_000_000;
    private static final int MAX_CHANGES = 500;

    private AdminFormats() {}

    /** Returns the CSS class of the level of an alert. */
    static String tone(AlertLevel level) {
        return level == AlertLevel.CRITICAL ? "error" : "warning";
    }

    static String text(AlertLevel level, PageTexts t) {
        return t.say(level == AlertLevel.CRITICAL ? "alerts.critical" : "alerts.warning");
    }

    /** Returns the CSS class of the state of a message. */
    static String tone(MailRecord mail) {
        return switch (mail.state()) {
            case SENT -> "good";
            case WAITING -> "";
            case REFUSED, GIVEN_UP -> "error";
        };
    }

    static String status(MailRecord mail, PageTexts t) {
        return t.say("mail.state." + mail.state().id());
    }

    /** Returns why a message was not delivered. */
    static String problem(MailRecord mail, PageTexts t) {
        return t.say("mail.trouble." + mail.trouble().id());
    }

    static String remedy(MailRecord mail, PageTexts t) {
        return t.say("mail.remedy." + mail.trouble().id());
    }

    static String roleNames(AccountView account, PageTexts t) {
        return account.roles().isEmpty() ? t.say("people.roles.none") : names(account.roles().stream(), t);
    }

    /** Returns the names of the account's roles that an administrator must still confirm. */
    static String waitingNames(AccountView account, PageTexts t) {
        return names(account.waiting().stream().map(GrantView::role), t);
    }

    /** Returns whether an administrator must still confirm a role, a token or the sign-in link of the account. */
    static boolean waits(AccountView account) {
        return !account.waiting().isEmpty() || !account.waitingTokens().isEmpty() || account.pendingLink() != null;
    }

    private static String names(Stream<AccountRole> roles, PageTexts t) {
        return roles.map(role -> Formats.text(role, t)).collect(Collectors.joining(t.say("filereport.comma")));
    }

    /** Checks if an account has the role administrator and another role. New accounts cannot have this combination. */
    static boolean mixed(AccountView account) {
        return account.roles().contains(AccountRole.ADMINISTRATOR)
                && account.roles().size() > 1;
    }

    static List<AccountView> alone(AccountView account) {
        return List.of(account);
    }

    /** Returns the latest time at which a token of the account was used; null if no token was ever used. */
    static Instant lastUse(AccountView account) {
        return account.tokens().stream()
                .map(TokenView::lastUsedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static int liveTokens(AccountView account, Instant now) {
        return (int) account.tokens().stream().filter(token -> live(token, now)).count();
    }

    /** Returns whether a token is neither revoked nor expired. */
    static boolean live(TokenView token, Instant now) {
        return token.revokedAt() == null && (token.expiresAt() == null || now.isBefore(token.expiresAt()));
    }

    /** Returns the id of the account that an entry is about; null if the entry is not about an account. */
    static String account(RecordedEvent entry) {
        return entry.subject().matches(ACCOUNT) ? entry.subject().split("/")[1] : null;
    }

    /** Returns the details of an entry, each as "name: value". Leaves out empty lists. */
    static List<String> details(RecordedEvent entry) {
        return entry.detail().entrySet().stream()
                .filter(detail -> !(detail.getValue() instanceof List<?> list && list.isEmpty()))
                .map(detail -> detail.getKey() + ": " + joined(detail.getValue()))
                .toList();
    }

    private static String joined(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    static String title(RuleCatalogue.Entry rule, PageTexts t) {
        return RuleTexts.in(t.language()).title(rule.id());
    }

    /**
     * The settings with which a dataflow changes a validation rule.
     *
     * @param severity null if the dataflow does not change the severity
     * @param values the settings other than the severity, each as {@code name=value}, separated by spaces
     */
    record RuleChange(String dataflow, Severity severity, String values) {

        private static RuleChange of(String dataflow, Map<String, String> values) {
            Map<String, String> others = new TreeMap<>(values);
            String severity = others.remove("severity");
            return new RuleChange(
                    dataflow,
                    severity == null ? null : Severity.of(severity),
                    others.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" ")));
        }
    }

    /** Returns what each dataflow changes in a rule. Leaves out dataflows that change nothing. */
    static List<RuleChange> changes(RuleCatalogue.Entry rule, SchemaRegistry schemas) {
        return schemas.dataflows().stream()
                .flatMap(flow ->
                        flow.rule(rule.id()).stream().map(setting -> RuleChange.of(flow.id(), setting.values())))
                .toList();
    }

    /**
     * Returns a text with the severity of the findings under the schemas in force, or that there are no such findings.
     */
    static String beforeText(FindingChange change, PageTexts t) {
        return severity(change.before(), t);
    }

    /**
     * Returns a text with the severity of the findings under the schemas of the trial, or that there are no such
     * findings.
     */
    static String afterText(FindingChange change, PageTexts t) {
        return severity(change.after(), t);
    }

    private static String severity(Severity severity, PageTexts t) {
        return severity == null ? t.say("trial.none") : Formats.text(severity, t);
    }

    static String ruleTitle(FindingChange change, PageTexts t) {
        return RuleTexts.in(t.language()).titleOrId(change.rule());
    }

    /** Returns the name of the file in which the change occurs, or words for a file without a name. */
    static String exampleName(FindingChange change, PageTexts t) {
        return FileWords.fileName(change.example().fileName(), t);
    }

    /** Returns the changes that the page shows: the first of the report, at most {@link #MAX_CHANGES}. */
    static List<FindingChange> shown(TrialReport report) {
        return report.changes()
                .subList(0, Math.min(MAX_CHANGES, report.changes().size()));
    }

    static int unshown(TrialReport report) {
        return Math.max(0, report.changes().size() - MAX_CHANGES);
    }

    static String megabytes(Long bytes, PageTexts t) {
        return t.numbers().whole((bytes + MEGABYTE / 2) / MEGABYTE);
    }
}
