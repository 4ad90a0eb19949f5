package org.tipstats.start.boot;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.tipstats.start.command.CommandLineInterface;
import org.tipstats.start.postgres.DatabaseLogins;
import org.tipstats.start.postgres.FolderTree;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;
import org.tipstats.start.postgres.StartRefusedException;
import org.tipstats.start.postgres.SystemUser;
import org.tipstats.validate.findings.BackgroundWork;

/**
 * Starts the program: the embedded database, if no other database is configured, and then the service. Stops both in
 * reverse order.
 */
@QuarkusMain
public final class Main {
    private static final long SECONDS_TO_EXIT = 20;

    /** With this setting, ICU uses only the languages in its own jar, and does not search all jars for more. */
    static final String OWN_LANGUAGES = "com.ibm.icu.impl.ICUResourceBundle.skipRuntimeLocaleResourceScan";

    /** With this setting, the service refuses invalid addresses itself. The framework's reply would be empty. */
    static final String OWN_ADDRESS_CHECK = "vertx.disableURIValidation";

    /**
     * Runs a command, or runs the service until the service is stopped. The exit code is 1 if the service cannot start
     * or its embedded database ends.
     */
    public static void main(String... arguments) {
        System.setProperty(OWN_LANGUAGES, "true");
        System.setProperty(OWN_ADDRESS_CHECK, "true");
        if (arguments.length > 0) {
            System.exit(command(arguments));
        }
        try {
            Config config = ConfigUtils.configBuilder().build();
            StartSettings settings = StartSettings.from(config);
            StartGuard.check(config, settings.demo(), SystemUser.isRoot());
            createHome(settings.home());
            if (settings.external().isPresent()) {
                StartPorts.check(config);
                decide(settings, settings.external().get(), claimIncoming(settings.home()));
                Quarkus.run(arguments);
            } else {
                announce(settings, config.getValue("quarkus.http.port", Integer.class));
                runEmbedded(settings, config, arguments);
            }
        } catch (StartRefusedException e) {
            System.err.println("TIPstats cannot start. " + e.getMessage());
            System.exit(1);
        }
    }

    private static int command(String... arguments) {
        return new CommandLineInterface(
                        SchemaBeans::ofProgram,
                        SchemaBeans::inForce,
                        ConfiguredDatabase::open,
                        Clock.systemUTC(),
                        System.out,
                        System.err,
                        System.console() != null)
                .run(arguments);
    }

    /** Prints a message at once. Until the service answers, nothing else shows that the program runs. */
    private static void announce(StartSettings settings, int port) {
        System.out.printf("TIPstats starts its embedded database in %s%n", settings.home());
        if (settings.demo()
                && Files.notExists(PostgresSettings.in(settings.home()).data())) {
            System.out.printf(
                    "The first start also loads the demo: %s. Then open %s%n",
                    Welcome.DEMO_TIME, Welcome.address(settings.host(), port));
        }
    }

    private static void runEmbedded(StartSettings settings, Config config, String... arguments) {
        Path incoming = claimIncoming(settings.home());
        // Uses its own thread, because the framework has its own settings for the common pool.
        BackgroundWork<PostgresServer> database = BackgroundWork.begin(
                "database-start", () -> PostgresServer.start(PostgresSettings.in(settings.home()), Main::databaseDied));
        Thread stop = new Thread(() -> stop(database, incoming), "database-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Optional<LinkageError> failure = prepareService();
        try (PostgresServer server = database.result()) {
            StartPorts.check(config);
            if (stop.getState() != Thread.State.NEW) {
                // If the program is being stopped already, this call does not return.
                System.exit(1);
            }
            if (failure.isPresent()) {
                fail(failure.get());
                return;
            }
            decide(settings, server.logins(), incoming);
            // This call returns only in development mode, on a reload. Otherwise it ends the program and runs the hook.
            Quarkus.run(arguments);
            Runtime.getRuntime().removeShutdownHook(stop);
        } finally {
            StartConfigSource.decide(Map.of());
        }
    }

    /**
     * Initialises the service's generated class while the database starts. This loads the framework's classes and runs
     * steps that need no database. Later, the framework finds the class initialised.
     *
     * @return the error if the initialisation failed; the framework would later report an error without the cause
     */
    private static Optional<LinkageError> prepareService() {
        try {
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            // The program was started without the build. Then the framework makes the class.
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(e);
        }
    }

    /** Reports an error and ends the program, as the framework would. In development mode, only reports the error. */
    private static void fail(LinkageError failure) {
        if (!InitialConfigurator.DELAYED_HANDLER.isActivated()) {
            // The log holds all messages back until its settings are loaded. This failed, so the next line shows them.
            InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {InitialConfigurator.createDefaultHandler()});
        }
        Logger.getLogger(Main.class).error("The service cannot start", failure);
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(1, failure);
    }

    private static void createHome(Path home) {
        try {
            FolderTree.create(home);
        } catch (IOException e) {
            throw new StartRefusedException("The folder %s cannot be created: %s".formatted(home, e), e);
        }
    }

    /** Creates the folder for temporary files, before a library asks where to unpack native code. */
    private static Path claimIncoming(Path home) {
        Path incoming = IncomingFolder.claim(home.resolve("incoming"));
        SolverLibraries.useFolder(incoming);
        System.setProperty("java.io.tmpdir", incoming.toString());
        return incoming;
    }

    private static void decide(StartSettings settings, DatabaseLogins database, Path incoming) {
        StartConfigSource.decide(settings.properties(database, incoming));
    }

    /**
     * Stops the database after the service, and deletes the temporary files. All shutdown hooks run at the same time,
     * including the hook of Quarkus that stops the service. This hook must therefore wait for the service. If the
     * database has not started in time, it ends with this process.
     */
    private static void stop(BackgroundWork<PostgresServer> database, Path incoming) {
        Application service = Application.currentApplication();
        if (service != null) {
            service.awaitShutdown();
        }
        database.resultWithin(SECONDS_TO_EXIT, TimeUnit.SECONDS).ifPresent(PostgresServer::close);
        IncomingFolder.delete(incoming);
    }

    private static void databaseDied(String message) {
        System.err.println("TIPstats stops. " + message);
        Quarkus.asyncExit(1);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SECONDS_TO_EXIT));
        // The exit did not end the program, because some code still waits for the database.
        Runtime.getRuntime().halt(1);
    }
}
