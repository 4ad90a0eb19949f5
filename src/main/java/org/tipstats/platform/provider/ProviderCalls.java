package org.tipstats.platform.provider;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.tipstats.platform.access.ProviderAccountService.ProviderAway;

/**
 * Calls the provider about the sessions of people. Makes only a few calls at the same time, and none for some seconds
 * after a call that the provider did not answer.
 */
@Singleton
public class ProviderCalls {

    private static final Logger LOG = Logger.getLogger(ProviderCalls.class);
    private static final String REFUSED = "invalid_grant";
    private static final int MAX_CALLS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TenantConfigBean tenants;
    private final ProviderConfig config;
    private final Semaphore places = new Semaphore(MAX_CALLS, true);
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

    ProviderCalls(TenantConfigBean tenants, ProviderConfig config) {
        this.tenants = tenants;
        this.config = config;
    }

    /**
     * The tokens of a session: {@code id} identifies the person, {@code refresh} lets the service renew both tokens.
     */
    public record ProviderTokens(String id, String refresh) {}

    /**
     * Asks the provider whether the person may still be signed in.
     *
     * @return the next tokens; empty if the provider refuses, for example because it disabled the person, or because
     *     the person signed out at the provider
     * @throws ProviderAway if the provider does not answer
     */
    public Optional<ProviderTokens> renew(ProviderTokens tokens) {
        if (System.nanoTime() - awayUntil.get() < 0 || !hasPlace()) {
            throw ProviderAway.of(null);
        }
        try {
            OidcProvider provider = provider();
            AuthorizationCodeTokens next =
                    provider.refreshTokens(tokens.refresh()).await().atMost(PATIENCE);
            String id = next.getIdToken() == null ? tokens.id() : verified(next.getIdToken(), provider);
            String refresh = next.getRefreshToken() == null ? tokens.refresh() : next.getRefreshToken();
            return Optional.of(new ProviderTokens(id, refresh));
        } catch (RuntimeException failure) {
            if (!isAway(failure)) {
                LOG.infof("the provider ends a session: %s", failure.getMessage());
                return Optional.empty();
            }
            awayUntil.set(System.nanoTime() + PAUSE.toNanos());
            throw ProviderAway.of(failure);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private OidcProvider provider() {
        TenantConfigContext tenant = tenants.getDefaultTenant();
        return tenant.ready()
                ? tenant.provider()
                : tenant.initialize().await().atMost(PATIENCE).provider();
    }

    private static String verified(String token, OidcProvider provider) {
        try {
            provider.verifyJwtToken(token, true, true, null);
        } catch (InvalidJwtException e) {
            Uni<?> again = e.getCause() instanceof UnresolvableKeyException
                    ? provider.refreshJwksAndVerifyJwtToken(token, true, true, null)
                    : Uni.createFrom().failure(e);
            again.await().atMost(PATIENCE);
        }
        return token;
    }

    /**
     * Returns whether the provider or the network failed, so that the failure says nothing about the person. The
     * framework uses one exception for all bad answers. Only the error code of the standard shows that the provider
     * refused the person.
     */
    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean late = cause instanceof TimeoutException || cause instanceof java.util.concurrent.TimeoutException;
            boolean refused = String.valueOf(cause.getMessage()).contains(REFUSED);
            if (cause instanceof IOException || late || (cause instanceof OIDCException && !refused)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the address at which a person signs out at the provider; empty if the provider has no such address, or if
     * the service could not reach the provider yet.
     *
     * @param here scheme and host of this service, as the browser knows them
     */
    public Optional<String> signOutAddress(ProviderTokens tokens, String here) {
        TenantConfigContext tenant = tenants.getDefaultTenant();
        return Optional.ofNullable(tenant.ready() ? tenant.getOidcMetadata().getEndSessionUri() : null)
                .map(address -> address + (address.contains("?") ? "&" : "?") + "id_token_hint=" + tokens.id()
                        + "&client_id=" + encoded(config.clientId().orElseThrow()) + "&post_logout_redirect_uri="
                        + encoded(here + ProviderTenants.CALLBACK));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
