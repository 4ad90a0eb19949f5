package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tipstats.platform.access.AccountRepository.AccountCursor;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.access.AccountRequest.RightsRequest;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.AccountView.TokenView;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.http.IdempotencyKey;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;

/** Manages accounts. Records every change in the audit log. */
@Singleton
public class AccountService {

    /** The SQL query for the ids of the accounts that have an area among their areas. The area is the parameter. */
    public static final String IDS_OF_AREA = "select cast(id as varchar) from account where ? = any (areas)";

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final AccountRules rules;
    private final TokenService access;
    private final GrantService grants;
    private final AccessSettings settings;
    private final AuditRecorder audit;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            TokenRepository tokens,
            AccountRules rules,
            TokenService access,
            GrantService grants,
            AccessSettings settings,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.rules = rules;
        this.access = access;
        this.grants = grants;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates an account with a first token. Some roles wait until another administrator confirms them.
     *
     * @param key an Idempotency-Key, or null
     * @throws ProblemException 400 with all errors of the request; 409 if tokens are switched off, or, with the
     *     account's URL, if the actor created an account with this key before
     */
    @Transactional
    public CreatedAccount create(Actor actor, AccountRequest request, String key) {
        AccountRules.requireTokens(settings.tokens());
        Account account = make(actor, request, key);
        IssuedToken token = access.issueFirst(actor, account);
        if (account.roles().contains(AccountRole.ADMINISTRATOR)) {
            closeFirstAdministrator(actor);
        }
        return CreatedAccount.of(account.view(List.of()), token);
    }

    /**
     * Creates an account for a person who is invited, without a token. Runs in the caller's transaction.
     *
     * @throws ProblemException as {@link #create}, but not if tokens are switched off; 403 if the actor is the account
     *     of the first start. This account is closed as soon as another administrator exists, so nobody could sign in
     *     until the invited person accepts
     */
    public AccountView register(Actor actor, AccountRequest request, String key) {
        if (tokens.hasOneTimeToken(actor.id())) {
            throw ProblemException.forbidden(
                    "The token of the first start cannot invite. Create your own account as administrator.");
        }
        return make(actor, request, key).view(List.of());
    }

    private Account make(Actor actor, AccountRequest request, String key) {
        AccountRules.Checked checked = rules.check(request);
        UUID id = key == null ? UUID.randomUUID() : accountId(actor, key);
        if (key != null) {
            accounts.lock(actor.id());
            AccountRules.refuseRepeated(accounts.findByIdOptional(id).isPresent(), path(id));
        }
        Account account = new Account(id, checked.name(), Set.of(), checked.areas(), checked.source(), clock.instant());
        account.reach(checked.contact(), actor.id(), clock.instant());
        accounts.persist(account);
        recordCreation(actor, account, checked.roles());
        grants.allow(actor, account, checked.roles(), checked.areas());
        accounts.flush();
        return account;
    }

    /**
     * Closes the actor's account if it is the account of the first start. This account has no use after another
     * administrator exists.
     */
    private void closeFirstAdministrator(Actor actor) {
        if (tokens.hasOneTimeToken(actor.id())) {
            grants.refuseBy(actor);
            end(actor, accounts.findById(actor.id()));
            audit.record(actor.event("account-closed", path(actor.id())));
        }
    }

    private void recordCreation(Actor actor, Account account, Set<AccountRole> roles) {
        AccountView view = account.view(List.of());
        AuditEvent created = actor.event("account-created", path(view.id()))
                .detail("name", view.name())
                .detail("roles", AccountRole.ids(roles))
                .detail("areas", view.areas());
        audit.record(view.source() == null ? created : created.detail("source", view.source()));
    }

    public Optional<UUID> findCreated(Actor actor, String key) {
        UUID id = accountId(actor, key);
        return accounts.findByIdOptional(id).map(Account::id);
    }

    private static UUID accountId(Actor actor, String key) {
        return new IdempotencyKey(key).id(actor.id(), "accounts");
    }

    /**
     * Changes the roles and areas of an open account. Some new roles wait until another administrator confirms them.
     *
     * @throws ProblemException 400 with all errors of the request; 404 if there is no such account; 409 if the account
     *     is closed, or if the last administrator would lose the role
     */
    @Transactional
    public AccountView allow(Actor actor, UUID id, RightsRequest request) {
        List<Account> administrators = accounts.lockOpen(AccountRole.ADMINISTRATOR);
        Account account = accounts.locked(id);
        AccountRules.Checked checked = rules.check(
                request == null
                        ? null
                        : new AccountRequest(account.name(), request.roles(), request.areas(), account.source()));
        account.requireOpen();
        if (!checked.roles().contains(AccountRole.ADMINISTRATOR)) {
            grants.refuseLast(account, administrators);
        }
        AccountView before = view(List.of(account)).get(0);
        grants.allow(actor, account, checked.roles(), checked.areas());
        AccountView after = view(List.of(account)).get(0);
        if (after.roles().contains(AccountRole.ADMINISTRATOR)
                && !id.equals(actor.id())
                && tokens.canSignIn(account, clock.instant(), settings)) {
            closeFirstAdministrator(actor);
        }
        if (!after.equals(before)) {
            audit.record(actor.event("account-changed", path(id))
                    .detail("roles", AccountRole.ids(checked.roles()))
                    .detail("areas", after.areas()));
        }
        return after;
    }

    /**
     * Closes an account and revokes its tokens at once.
     *
     * @throws ProblemException 409 if the account is the last administrator
     */
    @Transactional
    public void close(Actor actor, UUID id) {
        List<Account> administrators = accounts.lockOpen(AccountRole.ADMINISTRATOR);
        Account account = accounts.locked(id);
        if (account.isClosed()) {
            return;
        }
        grants.refuseLast(account, administrators);
        end(actor, account);
        audit.record(actor.event("account-closed", path(id)));
    }

    private void end(Actor actor, Account account) {
        Instant now = clock.instant();
        grants.refuseFor(actor, account);
        account.close(now);
        tokens.ofAccount(account.id()).forEach(token -> token.revoke(now));
    }

    public AccountView find(UUID id) {
        Account account = accounts.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("account"));
        return view(List.of(account)).get(0);
    }

    /** Returns the accounts that match the filter, ordered by name. */
    public Page<AccountView> list(AccountFilter filter, PageRequest request) {
        AccountCursor after = request.after(AccountCursor::parse).orElse(AccountCursor.START);
        List<Account> found = accounts.after(filter, after.name(), after.id(), request.oneMore());
        Page<Account> page = Page.of(found, request, last -> new AccountCursor(last.id(), last.name()).toString());
        return new Page<>(view(page.items()), page.next());
    }

    public long count(AccountFilter filter) {
        return accounts.count(filter);
    }

    private List<AccountView> view(List<Account> found) {
        Instant now = clock.instant();
        Map<UUID, List<TokenView>> byAccount = tokens
                .ofAccounts(found.stream().map(Account::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        token -> token.account().id(),
                        Collectors.mapping(token -> token.view(now), Collectors.toList())));
        return found.stream()
                .map(account -> account.view(byAccount.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private static String path(UUID id) {
        return "accounts/" + id;
    }
}
