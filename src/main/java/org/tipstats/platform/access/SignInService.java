package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.problem.ProblemException;

/** Finds out who holds a token. Nothing is remembered between requests, so what an administrator ends, ends at once. */
@Singleton
public class SignInService {

    private final TokenRepository tokens;
    private final AccessSettings settings;
    private final FailedSignIns failures;
    private final Clock clock;

    SignInService(TokenRepository tokens, AccessSettings settings, FailedSignIns failures, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.failures = failures;
        this.clock = clock;
    }

    /** Who signed in, and the id of the token that showed it. */
    public record Proof(UUID token, Actor actor) {}

    /**
     * The account behind a token that someone typed in; empty as with {@link #signIn(String)}. 429 where too many wrong
     * tokens came from the address.
     */
    @Transactional
    public Optional<Proof> prove(String token, String address) {
        Optional<Proof> proof =
                find(token).map(known -> new Proof(known.id(), known.account().actor()));
        if (proof.isEmpty() && failures.note(address, null) instanceof ProblemException wait) {
            throw wait;
        }
        return proof;
    }

    /** The account behind a token that was shown before, by its id; empty once the token opens nothing any more. */
    @Transactional
    public Optional<Actor> still(UUID token) {
        return tokens.findWithAccount(token)
                .filter(known -> known.opens(clock.instant(), settings.demo()))
                .map(known -> known.account().actor());
    }

    /** The account behind a token; empty when the token is unknown, expired or revoked, or its account closed. */
    @Transactional
    public Optional<Actor> signIn(String token) {
        return find(token).map(known -> known.account().actor());
    }

    private Optional<AccountToken> find(String token) {
        Instant now = clock.instant();
        Optional<AccountToken> found =
                tokens.findBySecret(new TokenSecret(token)).filter(known -> known.opens(now, settings.demo()));
        found.filter(known -> known.isUseWorthNoting(now)).ifPresent(known -> tokens.noteUse(known, now));
        return found;
    }
}
