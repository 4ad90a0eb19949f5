package org.tipstats.site.session;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks Quarkus for the holder of a session's secret. */
class SessionRequest extends BaseAuthenticationRequest {

    private final SessionSecret secret;

    SessionRequest(SessionSecret secret) {
        this.secret = secret;
    }

    SessionSecret secret() {
        return secret;
    }
}
