package org.tipstats.platform.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.AccountToken.TokenSecret;

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

    /** Checks that at least one token of the account can be used to sign in now. */
    boolean hasUsable(UUID account, Instant now, boolean demo) {
        return ofAccount(account).stream().anyMatch(token -> token.opens(now, demo));
    }

    boolean hasOneTimeToken(UUID account) {
        return count("account.id = ?1 and oneTime", account) > 0;
    }

    /**
     * Checks if another account that is or was an administrator has signed in. Ignores accounts of the first start.
     *
     * @param demo whether accounts of the demo count
     */
    boolean hasOtherAdministratorSignedIn(UUID account, boolean demo) {
        return count(
                        "from AccountToken t join t.account a where t.lastUsedAt is not null and a.id <> ?1"
                                + " and a.wasAdministrator and (?2 = true or a.demo = false)"
                                + " and not exists (from AccountToken o where o.account.id = a.id and o.oneTime)",
                        account,
                        demo)
                > 0;
    }

    List<AccountToken> ofOpenAccounts(AccountRole role) {
        return list(
                "from AccountToken t join fetch t.account a where a.closedAt is null and array_contains(a.roles, ?1)",
                role.id());
    }
}
