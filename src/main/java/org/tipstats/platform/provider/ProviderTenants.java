package org.tipstats.platform.provider;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.access.AccountRole;

/**
 * Gives the framework the settings of the provider, but only for two kinds of requests: at the two addresses at which
 * people sign in, and, if programs may use tokens of the provider, requests with the header {@code Authorization}. For
 * all other requests, the framework must ignore the provider's tokens and cookies.
 */
@Singleton
class ProviderTenants implements TenantConfigResolver {

    /** The address to which the provider sends people back. */
    static final String CALLBACK = "/sign-in/callback";

    private static final Pattern SIGN_IN = Pattern.compile("/(?:[a-z]{2}/sign-in/provider|sign-in/callback)");
    /** The shortest time between two requests for the provider's keys. A token with an unknown key causes a request. */
    private static final Duration KEYS_ASKED = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The claim from which the framework reads roles. No token has it: roles come from accounts, not from tokens. */
    private static final String NO_CLAIM = "tipstats-none";

    private final ProviderConfig config;
    private final OidcTenantConfig off =
            OidcTenantConfig.builder().tenantId("off").disableTenant().build();

    ProviderTenants(ProviderConfig config) {
        this.config = config;
    }

    void begin(@Observes Oidc framework) {
        if (config.isSet()) {
            framework.create(people());
        }
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        if (!config.isSet()) {
            return Uni.createFrom().item(off);
        }
        if (SIGN_IN.matcher(context.normalizedPath()).matches()) {
            // Null: the framework uses the settings that it got in begin.
            return Uni.createFrom().nullItem();
        }
        boolean token = context.request().getHeader("Authorization") != null;
        return Uni.createFrom().item(token && config.audience().isPresent() ? programs() : off);
    }

    /**
     * Settings for people: the code flow with PKCE and nonce. The cookies of this flow last only until the person comes
     * back from the provider.
     */
    private OidcTenantConfig people() {
        String secret = config.clientSecret().orElseThrow();
        return common().clientId(config.clientId().orElseThrow())
                .credentials(secret)
                .applicationType(ApplicationType.WEB_APP)
                .token()
                .audience(config.clientId().orElseThrow())
                .end()
                .authentication()
                .scopes(config.scopes())
                .redirectPath(CALLBACK)
                .restorePathAfterRedirect()
                .pkceRequired()
                .nonceRequired()
                .stateSecret(derived("state", secret))
                .stateCookieAge(ProviderConfig.SIGN_IN_TIME)
                .cookieForceSecure()
                .end()
                .tokenStateManager()
                .encryptionSecret(derived("tokens", secret))
                .end()
                .build();
    }

    /** Settings for programs: signed tokens for the audience of this service. */
    private OidcTenantConfig programs() {
        return common().tenantId("programs")
                .applicationType(ApplicationType.SERVICE)
                .token()
                .audience(config.audience().orElseThrow())
                .end()
                .build();
    }

    private OidcTenantConfigBuilder common() {
        return OidcTenantConfig.builder()
                .authServerUrl(config.issuer().orElseThrow())
                .connectionTimeout(PATIENCE)
                .roles()
                .roleClaimPath(NO_CLAIM)
                .end()
                .token()
                .issuer(config.issuer().orElseThrow())
                .lifespanGrace((int) config.clockSkew().toSeconds())
                .forcedJwkRefreshInterval(KEYS_ASKED)
                .subjectRequired()
                .issuedAtRequired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end();
    }

    /**
     * Derives a key from the client secret, so that all instances have the same key, and no setting for it is
     * necessary.
     */
    private static String derived(String use, String secret) {
        return DigestUtils.sha256Hex("tipstats " + use + " " + secret).substring(0, 32);
    }

    /** Asks the provider for a sign-in that is strong enough for the role that the address names. */
    @Singleton
    @Redirect(Redirect.Location.OIDC_AUTHORIZATION)
    static class StrengthFilter implements OidcRedirectFilter {

        private final ProviderConfig config;

        StrengthFilter(ProviderConfig config) {
            this.config = config;
        }

        @Override
        public void filter(OidcRedirectContext redirect) {
            String role = redirect.routingContext().request().getParam("role");
            Optional.ofNullable(role)
                    .flatMap(AccountRole::of)
                    .flatMap(config.acr()::of)
                    .ifPresent(enough -> redirect.additionalQueryParams().add("acr_values", String.join(" ", enough)));
        }
    }
}
