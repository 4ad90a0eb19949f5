package org.tipstats.platform.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.AccountToken.TokenSecret;
import org.tipstats.platform.access.SignInService.AccessSettings;

@Singleton
class TokenRepository implements PanacheRepositoryBase<AccountToken, UUID> {

    /** Returns a token with its account. Uses only one query, because every request with a token needs the account. */
    Optional<AccountToken> findBySecret(TokenSecret secret) {
        return find("from AccountToken t join fetch t.account where t.hash = ?1", (Object) secret.hash())
                .firstResultOptional();
    }

    Optional<AccountToken> findWithAccount(UUID id) {
        return find("from AccountToken t join fetch t.account where t.id = ?1", id)
                .firstResultOptional();
    }

    /** Stores the time of use, unless another request stored a use within the last minute. */
    void noteUse(AccountToken token, Instant now) {
        update(
                "lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt <= ?3)",
                now,
                token.id(),
                now.minus(AccountToken.USE_NOTED));
    }

    List<AccountToken> ofAccounts(Collection<UUID> accounts) {
        return list("account.id in ?1 order by createdAt, id", accounts);
    }

    List<AccountToken> ofAccount(UUID account) {
        return ofAccounts(List.of(account));
    }

    /**
     * Returns whether a person can sign in now with all roles of the account, with a token or with the organisation's
     * provider. Does not check whether the settings accept tokens.
     */
    boolean canSignIn(Account account, Instant now, AccessSettings settings) {
        boolean linked = settings.provider() && account.subject() != null && account.pendingLink() == null;
        return account.isOpen(settings.demo())
                && (linked
                        || ofAccount(account.id()).stream()
                                .anyMatch(token -> token.opens(now, settings.demo()) && !token.isPending()));
    }

    boolean hasOneTimeToken(UUID account) {
        return count("account.id = ?1 and oneTime", account) > 0;
    }
}
