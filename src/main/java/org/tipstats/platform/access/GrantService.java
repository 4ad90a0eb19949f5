package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tipstats.platform.access.AccountRules.AccessProblems;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.ProblemException;

/**
 * Grants roles to accounts. Unless the settings turn this off, the roles reviewer, publisher and administrator wait
 * until a second administrator confirms them, except for the first administrators, so that nobody can accept and
 * publish figures with accounts of their own making.
 */
@Singleton
public class GrantService {

    private final AccountRepository accounts;
    private final TokenService access;
    private final AccessSettings settings;
    private final AuditRecorder audit;
    private final Clock clock;

    GrantService(
            AccountRepository accounts,
            TokenService access,
            AccessSettings settings,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives an account the requested roles and areas, and takes all other roles and areas away. A role that needs a
     * confirmation waits for it. Must run in a transaction of the caller.
     */
    void allow(Actor actor, Account account, Set<AccountRole> requested, Collection<String> areas) {
        Instant now = clock.instant();
        account.waitingGrants().stream()
                .filter(grant -> !requested.contains(grant.role()))
                .forEach(grant -> refuse(actor, grant, now));
        Set<AccountRole> held = EnumSet.noneOf(AccountRole.class);
        for (AccountRole role : requested) {
            boolean free = role == AccountRole.SUBMITTER || account.roles().contains(role);
            if (free || grant(actor, account, role, now)) {
                held.add(role);
            }
        }
        account.allow(held, areas);
    }

    /**
     * Grants a role, or uses the grant of this role that already waits. Returns true if the account has the role at
     * once.
     */
    private boolean grant(Actor actor, Account account, AccountRole role, Instant now) {
        Optional<AccountGrant> waiting = account.waitingGrants().stream()
                .filter(grant -> grant.role() == role)
                .findFirst();
        boolean atOnce = !settings.secondAdministrator() || role == AccountRole.ADMINISTRATOR && mayGrantAlone(actor);
        AccountGrant grant = waiting.orElseGet(() -> account.grant(role, actor, now));
        if (atOnce) {
            grant.decide(true, actor, now);
            record(actor, "grant-made-alone", grant);
        } else if (waiting.isEmpty()) {
            record(actor, "grant-made", grant);
        }
        return atOnce;
    }

    /**
     * Returns whether the actor may make an administrator without a second administrator: if the actor is the account
     * of the first start, or if no other administrator has signed in yet. The account of the first start does not count
     * as another administrator, because it is not a person. Returns false while an administrator whom the actor made in
     * this way has an open account.
     */
    private boolean mayGrantAlone(Actor actor) {
        accounts.lock(actor.id());
        return access.isFirst(actor.id()) && !accounts.hasAdministratorMadeAlone(actor.id());
    }

    /**
     * Confirms a grant that waits. The account has the role from the next request on. If this is the account's first
     * role that decides, also confirms waiting tokens and a waiting link, see {@link TokenService#confirmFor}.
     *
     * @throws ProblemException 403 if the actor granted the role or would get it, or is the account of the first start;
     *     404 if there is no such grant; 409 if it was already confirmed or refused
     */
    @Transactional
    public void confirm(Actor actor, UUID account, UUID id) {
        Account holder = accounts.locked(account);
        AccountGrant grant = find(holder, id);
        if (grant.view().concerns(account, actor)) {
            throw ProblemException.forbidden(
                    "You granted this role, or would get it, so another administrator must confirm it.");
        }
        access.requireNoFirstStart(actor);
        grant.decide(true, actor, clock.instant());
        boolean first = !holder.decides();
        holder.add(grant.role());
        record(actor, "grant-confirmed", grant);
        if (first) {
            access.confirmFor(actor, holder);
        }
    }

    /**
     * Refuses a grant that waits. The administrator who granted the role may also refuse it.
     *
     * @throws ProblemException 404 if there is no such grant; 409 if it was already confirmed or refused
     */
    @Transactional
    public void refuse(Actor actor, UUID account, UUID id) {
        refuse(actor, find(accounts.locked(account), id), clock.instant());
    }

    /**
     * Returns whether the account is the last administrator. Such an account can neither be closed nor lose the role.
     */
    public boolean isLastAdministrator(UUID account) {
        return isLast(
                accounts.findByIdOptional(account).orElseThrow(() -> ProblemException.notFound("account")),
                accounts.open(AccountRole.ADMINISTRATOR));
    }

    /** Throws a 409 if the account is the only administrator that is left. */
    void refuseLast(Account account, List<Account> administrators) {
        if (isLast(account, administrators)) {
            throw new ProblemException(
                    AccessProblems.LAST_ADMINISTRATOR, "No other open account has the role administrator.");
        }
    }

    /**
     * Returns whether the account is the only administrator that is left. Ignores other demo accounts while the demo is
     * off.
     */
    private boolean isLast(Account account, List<Account> administrators) {
        return !account.isClosed()
                && account.roles().contains(AccountRole.ADMINISTRATOR)
                && administrators.stream()
                        .noneMatch(other -> !other.id().equals(account.id()) && (settings.demo() || !other.isDemo()));
    }

    private static AccountGrant find(Account account, UUID id) {
        return account.findGrant(id).orElseThrow(() -> ProblemException.notFound("grant"));
    }

    /** Refuses all waiting grants of an account that is closed. */
    void refuseFor(Actor actor, Account account) {
        Instant now = clock.instant();
        account.waitingGrants().forEach(grant -> refuse(actor, grant, now));
    }

    /**
     * Refuses all waiting grants that the account of the first start made. Otherwise the administrator whom this
     * account created could confirm them, although both may be the same person.
     */
    void refuseBy(Actor first) {
        Instant now = clock.instant();
        accounts.waitingGrantsBy(first.id()).forEach(grant -> refuse(first, grant, now));
    }

    private void refuse(Actor actor, AccountGrant grant, Instant now) {
        grant.decide(false, actor, now);
        record(actor, "grant-refused", grant);
    }

    private void record(Actor actor, String action, AccountGrant grant) {
        String subject = "accounts/" + grant.account().id() + "/grants/" + grant.id();
        audit.record(actor.event(action, subject)
                .detail("name", grant.account().name())
                .detail("role", grant.role().id()));
    }
}
