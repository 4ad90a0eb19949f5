package org.tipstats.platform.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Watches the database of the service from the start to the end. */
@Singleton
final class ServiceDatabaseWatch {

    private final AgroalDataSource source;
    private final Duration silence;
    private DatabaseWatch watch;

    ServiceDatabaseWatch(
            AgroalDataSource source, @ConfigProperty(name = "tipstats.database.silence") Duration silence) {
        this.source = source;
        this.silence = silence;
    }

    void start(@Observes StartupEvent event) {
        watch = DatabaseWatch.over("database", source, silence, Logger.Level.ERROR);
    }

    @PreDestroy
    void stop() {
        if (watch != null) {
            watch.close();
        }
    }
}
