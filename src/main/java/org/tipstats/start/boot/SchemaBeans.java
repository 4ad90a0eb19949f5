package org.tipstats.start.boot;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.start.demo.ProgramFolder;
import org.tipstats.validate.trial.TriedSchemas;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Provides the schemas of this deployment: from the folder in {@code tipstats.schemas}, or from the program. */
class SchemaBeans {

    private static final String SETTING = "tipstats.schemas";
    private static final String FOLDER = "schemas";

    @Produces
    @Singleton
    static SchemaRegistry schemas(@ConfigProperty(name = SETTING) Optional<Path> folder) {
        return folder.map(TriedSchemas::load).orElseGet(SchemaBeans::ofProgram);
    }

    /** Returns the schemas that the settings of the service name, for commands. */
    static SchemaRegistry inForce() {
        return schemas(ConfigUtils.configBuilder().build().getOptionalValue(SETTING, Path.class));
    }

    /** Returns the schemas that are part of the program. */
    static SchemaRegistry ofProgram() {
        return SchemaRegistry.read(ProgramFolder.files(FOLDER));
    }
}
