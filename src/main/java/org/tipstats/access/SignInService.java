package org.tipstats.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds out who holds a token. Nothing is remembered between requests, so what an administrator ends, ends at once. */
@Singleton
public class SignInService {

    private final TokenRepository tokens;
    private final AccessSettings settings;
    private final Clock clock;

    SignInService(TokenRepository tokens, AccessSettings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** The account behind a token; empty when the token is unknown, expired or revoked, or its account closed. */
    @Transactional
    public Optional<Actor> signIn(String token) {
        Instant now = clock.instant();
        Optional<AccountToken> found =
                tokens.findBySecret(new TokenSecret(token)).filter(known -> known.opens(now, settings.demo()));
        found.filter(known -> known.isUseWorthNoting(now)).ifPresent(known -> tokens.noteUse(known, now));
        return found.map(known -> known.account().actor());
    }
}
