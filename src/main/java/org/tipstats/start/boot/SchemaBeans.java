package org.tipstats.start.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The schemas of this deployment: those of the folder that {@code tipstats.schemas} names, else those that came along. */
class SchemaBeans {

    private static final String FOLDER = "schemas";

    @Produces
    @Singleton
    static SchemaRegistry schemas(@ConfigProperty(name = "tipstats.schemas") Optional<Path> folder) {
        return folder.map(SchemaRegistry::load).orElseGet(SchemaBeans::ofProgram);
    }

    /** The schemas that came along. */
    static SchemaRegistry ofProgram() {
        return ProgramFolder.with(FOLDER, SchemaRegistry::load);
    }
}
