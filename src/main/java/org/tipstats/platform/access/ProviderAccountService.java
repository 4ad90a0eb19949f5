package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tipstats.platform.access.AccountRules.AccessProblems;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;

/**
 * The accounts of people and programs that sign in with the organisation's provider (OpenID Connect). If the settings
 * name groups of the provider, the provider decides about roles and areas. The account then gets the roles and areas of
 * the groups, and loses all others, at each sign-in and at each check of a session (decision 107).
 */
@Singleton
public class ProviderAccountService {

    private final AccountRepository accounts;
    private final AccountRules rules;
    private final TokenService access;
    private final AccessSettings settings;
    private final AuditRecorder audit;
    private final Clock clock;

    ProviderAccountService(
            AccountRepository accounts,
            AccountRules rules,
            TokenService access,
            AccessSettings settings,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.access = access;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A person or program, as described by a verified token of the provider.
     *
     * @param subject the issuer of the token and the person's id at that issuer, which never change
     * @param email the address of the person, if the provider verified it; else null
     * @param rights the roles and areas of the groups; null if the settings name no groups; administrators then grant
     *     the rights in this service
     */
    public record ProviderPerson(String subject, String name, String email, ProviderRights rights) {}

    /** Roles and areas from the groups of the provider. */
    public record ProviderRights(Set<AccountRole> roles, Set<String> areas) {}

    /** The reasons why a person whom the provider knows cannot sign in. */
    public enum Refusal {
        NO_ACCOUNT,
        NO_ROLE,
        /**
         * The account has only roles that decide about figures or accounts, and no administrator has confirmed the link
         * to its person yet.
         */
        WAITS,
        /** The account is closed, or is a demo account while the demo is off. */
        CLOSED
    }

    /**
     * The answer to a person who signs in.
     *
     * @param actor null if refused
     * @param refusal null if not refused
     */
    public record Entry(Actor actor, Refusal refusal) {}

    /**
     * Returns the person's account as an actor, or the reason why the person cannot sign in. If the settings name
     * groups, gives the account the roles and areas of the groups, and creates a missing account if the groups give a
     * role. Otherwise, finds the account of a new person by the person's address.
     */
    @Transactional
    public Entry enter(ProviderPerson person) {
        Optional<Account> known = accounts.findBySubject(person.subject());
        Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
        Set<String> areas = Set.of();
        if (person.rights() != null) {
            areas = rules.reporting(person.rights().areas());
            roles.addAll(allowed(person.rights().roles(), areas, known.map(Account::source)));
        }
        if (known.isEmpty() && accounts.wasClosed(person.subject())) {
            return new Entry(null, Refusal.CLOSED);
        }
        if (known.isEmpty() && person.rights() == null && person.email() != null) {
            known = link(person);
        }
        if (known.isEmpty() && !roles.isEmpty()) {
            known = Optional.of(create(person, roles, areas));
        }
        if (known.isEmpty()) {
            return new Entry(null, person.rights() == null ? Refusal.NO_ACCOUNT : Refusal.NO_ROLE);
        }
        Account account = known.get();
        if (!account.isOpen(settings.demo())) {
            return new Entry(null, Refusal.CLOSED);
        }
        if (person.rights() != null && !account.has(roles, areas)) {
            change(account, roles, areas);
        }
        return entry(account);
    }

    private static Entry entry(Account account) {
        Actor actor = account.linkedActor();
        if (actor.roles().isEmpty()) {
            return new Entry(null, account.roles().isEmpty() ? Refusal.NO_ROLE : Refusal.WAITS);
        }
        return new Entry(actor, null);
    }

    /** Returns the roles if an account may have this combination of roles, areas and source; otherwise no roles. */
    private static Set<AccountRole> allowed(Set<AccountRole> roles, Set<String> areas, Optional<String> source) {
        boolean alone = !roles.contains(AccountRole.ADMINISTRATOR) || roles.size() == 1;
        boolean placed = !roles.contains(AccountRole.SUBMITTER) || !areas.isEmpty();
        boolean agency = source.isEmpty() || roles.equals(Set.of(AccountRole.SUBMITTER));
        return alone && placed && agency ? roles : Set.of();
    }

    /** Links the person to the account with this address, if exactly one open account without a link has it. */
    private Optional<Account> link(ProviderPerson person) {
        List<Account> made = accounts.lockUnlinked(person.email());
        if (made.size() != 1) {
            return Optional.empty();
        }
        link(made.get(0), person, made.get(0).addressGiver());
        return Optional.of(made.get(0));
    }

    /**
     * Links a person to the account of the invitation. If the account has roles that decide, these roles wait until
     * another administrator confirms the person, except in the cases that {@link TokenService#mustWait} names.
     *
     * @return false if the link is not possible: the person has or had another account, or the account is closed or
     *     already linked
     */
    @Transactional
    public boolean link(ProviderPerson person, UUID invited, AccessGiver inviter) {
        accounts.lockSubject(person.subject());
        Account account = accounts.locked(invited);
        boolean free = !account.isClosed() && account.subject() == null;
        boolean first = accounts.findBySubject(person.subject()).isEmpty() && !accounts.wasClosed(person.subject());
        if (free && first) {
            link(account, person, inviter);
        }
        return free && first;
    }

    /**
     * Links an account that was made here, and revokes its tokens, because the person now signs in with the provider.
     * If roles wait until another administrator confirms the person, keeps the tokens until then, so that a wrong
     * person cannot lock out the right person.
     */
    private void link(Account account, ProviderPerson person, AccessGiver giver) {
        boolean waits = giver != null && access.mustWait(account, giver);
        account.link(person.subject(), clock.instant(), giver, waits);
        record("account-linked", account);
        if (!waits || !account.decides()) {
            access.revokeLinked(account);
        }
    }

    private Account create(ProviderPerson person, Set<AccountRole> roles, Set<String> areas) {
        accounts.lockSubject(person.subject());
        Optional<Account> made = accounts.findBySubject(person.subject());
        if (made.isPresent()) {
            return made.get();
        }
        Account account = new Account(
                UUID.randomUUID(), AccountRules.printable(person.name()), roles, areas, null, clock.instant());
        account.link(person.subject(), clock.instant(), null, false);
        accounts.persist(account);
        record("account-created", account);
        return account;
    }

    private void change(Account account, Set<AccountRole> roles, Set<String> areas) {
        accounts.locked(account.id());
        account.allow(roles, areas);
        record("account-changed", account);
    }

    private void record(String action, Account account) {
        AccountView view = account.view(List.of());
        audit.record(AuditEvent.bySystem(action, "accounts/" + account.id())
                .detail("name", account.name())
                .detail("roles", AccountRole.ids(view.roles()))
                .detail("areas", view.areas())
                .detail("by", "provider"));
    }

    /**
     * Returns an account as an actor, with only those roles for which the sign-in is strong enough. Empty if the
     * account is closed, or is a demo account while the demo is off.
     *
     * @param proven returns whether the sign-in is strong enough for a role
     */
    @Transactional
    public Optional<Actor> find(UUID id, Predicate<AccountRole> proven) {
        return accounts.findByIdOptional(id)
                .filter(account -> account.isOpen(settings.demo()))
                .map(account -> withProven(account.linkedActor(), proven));
    }

    /** Returns the actor with only those roles for which the sign-in is strong enough. */
    public static Actor withProven(Actor actor, Predicate<AccountRole> proven) {
        Set<AccountRole> roles = actor.roles().stream().filter(proven).collect(Collectors.toSet());
        return new Actor(actor.id(), actor.name(), roles, actor.areas(), actor.beside());
    }

    /** Reports that the provider does not answer: nobody can sign in, and nobody's session can be checked. */
    public static final class ProviderAway extends ProblemException {

        private static final long serialVersionUID = 1L;
        private static final String SECONDS = "30";

        private ProviderAway() {
            super(Problem.of(
                            AccessProblems.PROVIDER_AWAY,
                            "The provider with which people sign in does not answer. Nothing was changed.")
                    .header("Retry-After", SECONDS));
        }

        /** @param cause for the log; may be null */
        public static ProviderAway of(Throwable cause) {
            ProviderAway away = new ProviderAway();
            away.initCause(cause);
            return away;
        }
    }
}
