package org.tipstats.start.boot;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.tipstats.platform.access.FirstAdministrator;
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
    private final boolean demoWanted;
    private volatile boolean ready;

    StartupTasks(
            Demo demo,
            DemoProgress progress,
            FirstAdministrator firstAdministrator,
            TokenFile tokens,
            Welcome welcome,
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demoWanted) {
        this.demo = demo;
        this.progress = progress;
        this.firstAdministrator = firstAdministrator;
        this.tokens = tokens;
        this.welcome = welcome;
        this.demoWanted = demoWanted;
    }

    /**
     * Completes the start. Loads the demo in the background, so that the service can already answer that it is not
     * ready.
     */
    void begin(@Observes StartupEvent event) {
        if (!demoWanted) {
            firstAdministrator.createIfNeeded(tokens::write);
            welcome.print(tokens.waiting(firstAdministrator::isOpen));
            ready = true;
        } else {
            Thread loading = new Thread(this::loadDemo, "demo");
            loading.setDaemon(true);
            loading.start();
        }
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
