package org.tipstats.collect.receive;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.tipstats.collect.mappings.MappingService;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.validate.mapped.MappedGiven;

/** Saves mappings of tables in their own layout, for tests of submissions. */
@Singleton
class OwnTables {

    private final MappingService mappings;

    OwnTables(MappingService mappings) {
        this.mappings = mappings;
    }

    /**
     * Saves a version of the mapping that answers make of a table, and returns its id.
     *
     * @param answers a JSON object, with single quotation marks in place of double ones
     */
    String save(String area, String name, String table, String answers) {
        Mapping made = MappedGiven.mapping(table, answers);
        Mapping own = new Mapping(
                area,
                made.dataflows(),
                made.tables(),
                made.words(),
                made.choices(),
                made.constants(),
                made.parameters());
        Actor actor = new Actor(UUID.randomUUID(), area, Set.of(AccountRole.SUBMITTER), Set.of(area));
        return mappings.save(area, name, own, actor).id();
    }
}
