package org.tipstats.site.session;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who holds a session's secret. */
class SessionRequest extends BaseAuthenticationRequest {

    private final SessionSecret secret;

    SessionRequest(SessionSecret secret) {
        this.secret = secret;
    }

    SessionSecret secret() {
        return secret;
    }
}
