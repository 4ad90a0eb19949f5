package org.tipstats.sdmxquery;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.tipstats.artefact.Catalogue;
import org.tipstats.schema.SchemaRegistry;

class CatalogueBean {

    @Produces
    @Singleton
    static Catalogue catalogue(SchemaRegistry schemas) {
        return Catalogue.of(schemas);
    }
}
