package org.tipstats.start.boot;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.FirstAdministrator;
import org.tipstats.platform.provider.ProviderConfig;
import org.tipstats.platform.storage.OwnerOnly;
import org.tipstats.start.demo.Demo;
import org.tipstats.start.demo.DemoProgress;

/**
 * Completes the start of the service: loads the demo, or creates the token for a first administrator. Prints a welcome.
 * Reports the service as ready when the start is complete. With a demo, the start is complete when the demo's release
 * is published.
 */
@Readiness
@Singleton
final class StartupTasks implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(StartupTasks.class);

    private final Demo demo;
    private final DemoProgress progress;
    private final FirstAdministrator firstAdministrator;
    private final TokenFile tokens;
    private final Welcome welcome;
    private final ProviderConfig provider;
    private final boolean demoWanted;
    private volatile boolean ready;

    StartupTasks(
            Demo demo,
            DemoProgress progress,
            FirstAdministrator firstAdministrator,
            TokenFile tokens,
            Welcome welcome,
            ProviderConfig provider,
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demoWanted) {
        this.demo = demo;
        this.progress = progress;
        this.firstAdministrator = firstAdministrator;
        this.tokens = tokens;
        this.welcome = welcome;
        this.provider = provider;
        this.demoWanted = demoWanted;
    }

    /**
     * Completes the start. Loads the demo in the background, so that the service can already answer that it is not
     * ready.
     */
    void begin(@Observes StartupEvent event) {
        if (!demoWanted) {
            firstAdministrator.createIfNeeded(tokens::write);
            welcome.print(waitingToken());
            warnIfNobodyAdministers();
            ready = true;
        } else {
            Thread loading = new Thread(this::loadDemo, "demo");
            loading.setDaemon(true);
            loading.start();
        }
    }

    /**
     * Returns the file with the token of the first administrator if the token can be used. If tokens are switched off,
     * leaves the file as it is: its token works again if tokens are switched on within a day.
     */
    Optional<Path> waitingToken() {
        return provider.tokens() ? tokens.waiting(firstAdministrator::isOpen) : Optional.empty();
    }

    private void warnIfNobodyAdministers() {
        if (isWithoutAdministrator(provider, firstAdministrator::isKnownToProvider)) {
            LOG.warn(
                    "Nobody can administer this service: TIPSTATS_OIDC_TOKENS is false, TIPSTATS_OIDC_ADMINISTRATORS is not"
                            + " set, and no account of an administrator can be used with the provider. Set"
                            + " TIPSTATS_OIDC_ADMINISTRATORS, or start with TIPSTATS_OIDC_TOKENS=true and create an administrator"
                            + " with the token of the first start.");
        }
    }

    /** @param known returns whether the provider may know an administrator; not needed if groups decide about roles */
    static boolean isWithoutAdministrator(ProviderConfig provider, BooleanSupplier known) {
        return !provider.tokens()
                && provider.groups(AccountRole.ADMINISTRATOR).isEmpty()
                && (provider.decidesRights() || !known.getAsBoolean());
    }

    private void loadDemo() {
        try {
            if (!demo.isPublished()) {
                progress.begin();
                welcome.announceDemo();
                demo.run();
                // Loading needs far more memory than serving. This call returns the memory to the machine.
                System.gc();
            }
            ready = true;
            welcome.printDemo();
        } catch (RuntimeException e) {
            LOG.error("the demo could not be loaded; the next start goes on where it was", e);
        } finally {
            progress.end();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(ready).build();
    }

    /**
     * The file with the token of the first administrator. Only the user who runs the service can read it. The token is
     * not in the log, because logs are collected and kept.
     */
    @Singleton
    static final class TokenFile {

        static final String NAME = "first-administrator-token";

        private final Path file;

        TokenFile(@ConfigProperty(name = "tipstats.home", defaultValue = ".tipstats") Path home) {
            this.file = home.resolve(NAME);
        }

        void write(String token) {
            try {
                OwnerOnly.file(file);
                Files.writeString(file, token + System.lineSeparator());
            } catch (IOException e) {
                throw new UncheckedIOException("The token of the first administrator cannot be written to " + file, e);
            }
        }

        /** Returns the file if its token can still be used. Otherwise deletes the file and returns empty. */
        Optional<Path> waiting(Predicate<String> isOpen) {
            try {
                if (Files.exists(file) && isOpen.test(Files.readString(file).strip())) {
                    return Optional.of(file);
                }
                Files.deleteIfExists(file);
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
