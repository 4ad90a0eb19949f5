package org.tipstats.sdmx.question;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.tipstats.sdmx.artefact.Catalogue;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class CatalogueBean {

    @Produces
    @Singleton
    static Catalogue catalogue(SchemaRegistry schemas) {
        return Catalogue.of(schemas);
    }
}
