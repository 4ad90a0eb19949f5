package org.tipstats.start.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.start.demo.ProgramFolder;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Provides the schemas of this deployment: from the folder in {@code tipstats.schemas}, or from the program. */
class SchemaBeans {

    private static final String FOLDER = "schemas";

    @Produces
    @Singleton
    static SchemaRegistry schemas(@ConfigProperty(name = "tipstats.schemas") Optional<Path> folder) {
        return folder.map(SchemaRegistry::load).orElseGet(SchemaBeans::ofProgram);
    }

    /** Returns the schemas that are part of the program. */
    static SchemaRegistry ofProgram() {
        return ProgramFolder.with(FOLDER, SchemaRegistry::load);
    }
}
