package org.tipstats.bootstrap;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.Config;
import org.tipstats.command.CommandLineInterface;

/** Starts the database, unless there is one already, and then the service; stops them in the opposite order. */
@QuarkusMain
public final class Main {
    private static final long SECONDS_TO_EXIT = 20;

    /**
     * Runs a command, or the service until it is told to stop. Exit code 1 of the service: it could not start, or lost
     * its database.
     */
    public static void main(String... arguments) {
        if (CommandLineInterface.isCommand(arguments)) {
            System.exit(command(arguments));
        }
        try {
            Config config = ConfigUtils.configBuilder().build();
            StartSettings settings = StartSettings.from(config);
            if (settings.external().isPresent()) {
                StartConfigSource.decide(settings.properties(settings.external().get()));
                Quarkus.run(arguments);
            } else {
                tell(settings, config.getValue("quarkus.http.port", Integer.class));
                runEmbedded(settings, arguments);
            }
        } catch (StartRefusedException e) {
            System.err.println("TIPstats cannot start. " + e.getMessage());
            System.exit(1);
        }
    }

    private static int command(String... arguments) {
        return new CommandLineInterface(
                        SchemaBeans::ofProgram, Clock.systemUTC(), System.out, System.err, System.console() != null)
                .run(arguments);
    }

    /** Said at once, for until the service answers nothing else tells that it comes. */
    private static void tell(StartSettings settings, int port) {
        System.out.printf("TIPstats starts its embedded database in %s%n", settings.home());
        if (settings.demo()
                && Files.notExists(PostgresSettings.in(settings.home()).data())) {
            System.out.printf(
                    "The first start also loads the demo: %s. Then open %s%n",
                    Welcome.DEMO_TIME, Welcome.address(settings.host(), port));
        }
    }

    private static void runEmbedded(StartSettings settings, String... arguments) {
        try (PostgresServer server = PostgresServer.start(PostgresSettings.in(settings.home()), Main::databaseDied)) {
            Thread stop = new Thread(() -> stopAfterService(server), "database-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            StartConfigSource.decide(settings.properties(server.address()));
            // Returns in development mode only, on a reload; else the program exits from within, by the hook.
            Quarkus.run(arguments);
            Runtime.getRuntime().removeShutdownHook(stop);
        } finally {
            StartConfigSource.decide(Map.of());
        }
    }

    /** All shutdown hooks run at once, Quarkus's own among them, so this one waits until the service has let go. */
    private static void stopAfterService(PostgresServer server) {
        Application service = Application.currentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        server.close();
    }

    private static void databaseDied(String message) {
        System.err.println("TIPstats stops. " + message);
        Quarkus.asyncExit(1);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SECONDS_TO_EXIT));
        // Still here: something waits for the database in vain.
        Runtime.getRuntime().halt(1);
    }
}
