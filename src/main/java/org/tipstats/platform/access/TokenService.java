package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.access.AccountRequest.TokenRequest;
import org.tipstats.platform.access.AccountToken.TokenSecret;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.SignInService.AccessSettings;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.http.IdempotencyKey;
import org.tipstats.platform.problem.ProblemException;

/**
 * Gives people access to accounts by tokens, and confirms the links of accounts to the organisation's provider. An
 * administrator who gives another person access could use this access, too, and so act as two people. Therefore the
 * access gives roles that decide about figures or accounts only after another administrator has confirmed the access.
 * {@link #mustWait} names the exceptions.
 */
@Singleton
public class TokenService {

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final AccessSettings settings;
    private final AuditRecorder audit;
    private final Clock clock;

    TokenService(
            AccountRepository accounts,
            TokenRepository tokens,
            AccessSettings settings,
            AuditRecorder audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The account that gave access: it issued a token, invited a person, or wrote the address for messages.
     *
     * @param name null if the caller does not need it
     */
    public record AccessGiver(UUID by, String name, Instant at) {}

    /** Issues the first token of a new account, in the caller's transaction. */
    IssuedToken issueFirst(Actor actor, Account account) {
        return issue(UUID.randomUUID(), account, settings.tokenLifetime(), given(actor));
    }

    /**
     * Issues another token for an open account.
     *
     * @param key an Idempotency-Key, or null
     * @throws ProblemException 409 if the account is closed or can have no token, or if the key was used before for a
     *     token of the account
     */
    @Transactional
    public IssuedToken issue(Actor actor, UUID id, TokenRequest request, String key) {
        return issue(actor, id, request, key, given(actor));
    }

    /**
     * Issues a token for the person who accepts an invitation.
     *
     * @param inviter the administrator who might have opened the link instead
     */
    @Transactional
    public IssuedToken issueInvited(Actor person, AccessGiver inviter) {
        return issue(person, person.id(), null, null, inviter);
    }

    private AccessGiver given(Actor actor) {
        return new AccessGiver(actor.id(), actor.name(), clock.instant());
    }

    private IssuedToken issue(Actor actor, UUID id, TokenRequest request, String key, AccessGiver giver) {
        Account account = accounts.locked(id);
        account.requireOpen();
        AccountRules.requireTokens(settings.tokens() && account.subject() == null);
        Duration lifetime = request == null || request.lifetimeDays() == null
                ? settings.tokenLifetime()
                : Duration.ofDays(request.lifetimeDays());
        UUID tokenId = key == null ? UUID.randomUUID() : new IdempotencyKey(key).id(actor.id(), path(account));
        AccountRules.refuseRepeated(tokens.findByIdOptional(tokenId).isPresent(), path(account));
        IssuedToken token = issue(tokenId, account, lifetime, giver);
        audit.record(actor.event("token-issued", path(account) + "/tokens/" + token.id())
                .detail("expiresAt", token.expiresAt().toString()));
        return token;
    }

    private IssuedToken issue(UUID id, Account account, Duration lifetime, AccessGiver giver) {
        TokenSecret secret = TokenSecret.random();
        Instant now = clock.instant();
        AccountToken token =
                new AccountToken(id, account, secret, now, now.plus(lifetime)).from(giver, mustWait(account, giver));
        tokens.persist(token);
        return new IssuedToken(
                token.id(), secret.text(), now.plus(lifetime), token.view(now).pending());
    }

    /** Revokes a token at once. Revoking it again changes nothing. */
    @Transactional
    public void revoke(Actor actor, UUID account, UUID id) {
        // A simultaneous confirmation writes all fields, so without the lock it would undo the revocation.
        accounts.lock(account);
        AccountToken token = find(account, id);
        if (!token.isRevoked()) {
            token.revoke(clock.instant());
            audit.record(actor.event("token-revoked", path(token.account()) + "/tokens/" + id));
        }
    }

    /** Revokes the tokens of an account, because its person now signs in with the organisation's provider. */
    void revokeLinked(Account account) {
        for (AccountToken token : tokens.ofAccount(account.id())) {
            if (!token.isRevoked()) {
                token.revoke(clock.instant());
                audit.record(AuditEvent.bySystem("token-revoked", path(account) + "/tokens/" + token.id())
                        .detail("by", "provider"));
            }
        }
    }

    private AccountToken find(UUID account, UUID id) {
        return tokens.findByIdOptional(id)
                .filter(known -> known.account().id().equals(account))
                .orElseThrow(() -> ProblemException.notFound("token"));
    }

    /**
     * Returns whether the roles that decide must wait until another administrator confirms this access. False if the
     * settings need no second administrator, if the account is the giver's own, if {@link Account#isConfirmed} is true
     * for the giver, or if {@link #isFirst} is true for the giver.
     */
    boolean mustWait(Account account, AccessGiver giver) {
        return settings.secondAdministrator()
                && !giver.by().equals(account.id())
                && !account.isConfirmed(giver)
                && !isFirst(giver.by());
    }

    /** Returns true for the account of the first start, or while no other administrator has signed in. */
    boolean isFirst(UUID administrator) {
        return tokens.hasOneTimeToken(administrator)
                || !accounts.hasOtherAdministratorSignedIn(administrator, settings.demo());
    }

    /**
     * Confirms a token that waits. The token opens the account with all roles from the next request on.
     *
     * @throws ProblemException 403 if the actor gave the token and the settings need a second administrator, or if the
     *     actor is the account of the first start; 404 if there is no such token; 409 if the token does not wait, or
     *     has expired
     */
    @Transactional
    public void confirm(Actor actor, UUID account, UUID id) {
        accounts.locked(account);
        AccountToken token = find(account, id);
        requireOther(actor.id().equals(token.giver().by()), actor);
        confirm(actor, token);
    }

    private void confirm(Actor actor, AccountToken token) {
        token.confirm(clock.instant());
        record(actor, "token-confirmed", token.account(), "/tokens/" + token.id());
    }

    /**
     * Confirms that the person who signs in with the organisation's provider is the owner of the account. Revokes the
     * tokens of the account.
     *
     * @throws ProblemException 403 if the actor gave the person access to the account and the settings need a second
     *     administrator, or if the actor is the account of the first start; 404 if there is no such account; 409 if no
     *     sign-in of the account waits for a confirmation
     */
    @Transactional
    public void confirmLink(Actor actor, UUID id) {
        Account account = accounts.locked(id);
        AccessGiver giver = account.pendingLink();
        if (giver == null) {
            throw ProblemException.conflict("No sign-in of this account waits for a confirmation.");
        }
        requireOther(giver.by().equals(actor.id()), actor);
        confirmLink(actor, account);
    }

    private void confirmLink(Actor actor, Account account) {
        account.confirmLink();
        revokeLinked(account);
        record(actor, "link-confirmed", account, "");
    }

    /**
     * Confirms the waiting tokens and the waiting link of an account, each only if {@link Account#isConfirmed} is true
     * for its giver.
     */
    void confirmFor(Actor actor, Account account) {
        if (account.pendingLink() != null && account.isConfirmed(account.pendingLink())) {
            confirmLink(actor, account);
        }
        tokens.ofAccount(account.id()).stream()
                .filter(token -> token.waits(clock.instant()) && account.isConfirmed(token.giver()))
                .forEach(token -> confirm(actor, token));
    }

    /** Returns true if an administrator other than the giver must confirm access. */
    public boolean needsAnother() {
        return settings.secondAdministrator();
    }

    private void requireOther(boolean gave, Actor actor) {
        if (gave && needsAnother()) {
            throw ProblemException.forbidden("You gave this access, so another administrator must confirm it.");
        }
        requireNoFirstStart(actor);
    }

    /** Throws a 403 for the account of the first start, which is not a person. */
    void requireNoFirstStart(Actor actor) {
        if (tokens.hasOneTimeToken(actor.id())) {
            throw ProblemException.forbidden(
                    "The token of the first start cannot confirm anything. Create your own account as administrator.");
        }
    }

    private void record(Actor actor, String action, Account account, String part) {
        audit.record(actor.event(action, path(account) + part).detail("name", account.name()));
    }

    private static String path(Account account) {
        return "accounts/" + account.id();
    }
}
