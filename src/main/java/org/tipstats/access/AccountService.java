package org.tipstats.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tipstats.audit.AuditEvent;
import org.tipstats.audit.AuditRecorder;
import org.tipstats.problem.ProblemException;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** Keeps accounts and their tokens. Every change is in the audit log. */
@Singleton
public class AccountService {

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final AccountRules rules;
    private final AccessSettings settings;
    private final AuditRecorder audit;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            TokenRepository tokens,
            AccountRules rules,
            AccessSettings settings,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.rules = rules;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new account with a first token; a 400 that lists every fault of the request. */
    @Transactional
    public CreatedAccount create(Actor actor, AccountRequest request) {
        AccountRules.Checked checked = rules.check(request);
        Instant now = clock.instant();
        Account account =
                new Account(UUID.randomUUID(), checked.name(), checked.roles(), checked.areas(), checked.source(), now);
        accounts.persist(account);
        IssuedToken token = issue(account, settings.tokenLifetime(), now);
        if (checked.roles().contains(Role.ADMINISTRATOR) && tokens.hasOneTimeToken(actor.id())) {
            end(accounts.findById(actor.id()), now);
            audit.record(actor.did("account-closed", path(actor.id())));
        }
        AccountView view = account.view(List.of());
        AuditEvent created = actor.did("account-created", path(account.id()))
                .detail("name", view.name())
                .detail("roles", checked.roles().stream().map(Role::id).toList())
                .detail("areas", view.areas());
        audit.record(view.source() == null ? created : created.detail("source", view.source()));
        return new CreatedAccount(
                view.id(),
                view.name(),
                view.roles(),
                view.areas(),
                view.source(),
                now,
                token.id(),
                token.token(),
                token.expiresAt());
    }

    /** A further token for an open account. */
    @Transactional
    public IssuedToken issueToken(Actor actor, UUID id, TokenRequest request) {
        Account account = existing(id);
        if (account.isClosed()) {
            throw new ProblemException(
                    AccessProblems.ACCOUNT_CLOSED, "The account is closed; it gets no further token.");
        }
        Duration lifetime = request == null || request.lifetimeDays() == null
                ? settings.tokenLifetime()
                : Duration.ofDays(request.lifetimeDays());
        IssuedToken token = issue(account, lifetime, clock.instant());
        audit.record(actor.did("token-issued", path(id) + "/tokens/" + token.id())
                .detail("expiresAt", token.expiresAt().toString()));
        return token;
    }

    private IssuedToken issue(Account account, Duration lifetime, Instant now) {
        TokenSecret secret = TokenSecret.random();
        AccountToken token = new AccountToken(account, secret, now, now.plus(lifetime));
        tokens.persist(token);
        return new IssuedToken(token.id(), secret.text(), now.plus(lifetime));
    }

    /** Ends a token at once. Ending it again changes nothing. */
    @Transactional
    public void revokeToken(Actor actor, UUID id, UUID tokenId) {
        AccountToken token = tokens.findByIdOptional(tokenId)
                .filter(known -> known.account().id().equals(id))
                .orElseThrow(() -> ProblemException.notFound("token"));
        if (!token.isRevoked()) {
            token.revoke(clock.instant());
            audit.record(actor.did("token-revoked", path(id) + "/tokens/" + tokenId));
        }
    }

    /** Closes an account and ends its tokens at once, unless it is the last administrator. */
    @Transactional
    public void close(Actor actor, UUID id) {
        List<Account> administrators = accounts.lockOpen(Role.ADMINISTRATOR);
        Account account = existing(id);
        boolean others = administrators.stream()
                .anyMatch(other -> !other.id().equals(id) && (settings.demo() || !other.isDemo()));
        if (account.isClosed()) {
            return;
        }
        if (account.roles().contains(Role.ADMINISTRATOR) && !others) {
            throw new ProblemException(
                    AccessProblems.LAST_ADMINISTRATOR, "No other open account has the role administrator.");
        }
        end(account, clock.instant());
        audit.record(actor.did("account-closed", path(id)));
    }

    private void end(Account account, Instant now) {
        account.close(now);
        tokens.ofAccount(account.id()).forEach(token -> token.revoke(now));
    }

    public AccountView find(UUID id) {
        return view(List.of(existing(id))).get(0);
    }

    /** The accounts by name, closed ones too. */
    public Page<AccountView> list(PageRequest request) {
        AccountPlace after = request.after(AccountPlace::parse).orElse(AccountPlace.START);
        List<Account> found = accounts.after(after.name(), after.id(), request.oneMore());
        Page<Account> page = Page.of(found, request, last -> new AccountPlace(last.id(), last.name()).toString());
        return new Page<>(view(page.items()), page.next());
    }

    private List<AccountView> view(List<Account> found) {
        Map<UUID, List<TokenView>> byAccount = tokens
                .ofAccounts(found.stream().map(Account::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        token -> token.account().id(), Collectors.mapping(AccountToken::view, Collectors.toList())));
        return found.stream()
                .map(account -> account.view(byAccount.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private Account existing(UUID id) {
        return accounts.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("account"));
    }

    private static String path(UUID id) {
        return "accounts/" + id;
    }
}
