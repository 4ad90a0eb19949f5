package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.intruder.AuditOptions;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.intruder.PublishedVintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Audits vintages as an intruder would do after downloading all of them. The audit shares no code with the protection.
 * The audit uses the true figures for two purposes only: to separate recovered values from wrong beliefs, and to know
 * which hidden figures were revised. Dataflows that are rounded are left out, because they contain no exact count.
 */
@ApplicationScoped
public class VintageAudit {

    private final SchemaRegistry schemas;

    VintageAudit(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /**
     * Audits releases.
     *
     * @param vintages the releases that are public or will be public; the release to audit is the last
     */
    public AuditReport audit(List<EarlierRelease> vintages) {
        AuditOptions options = AuditOptions.DEFAULT
                .withTruth((release, table, key) -> value(find(vintages, index(vintages, release), table, key)))
                .withRevised((release, table, key) -> revised(vintages, release, table, key));
        List<PublishedVintage> published = new ArrayList<>();
        for (EarlierRelease vintage : vintages) {
            Map<Dataflow, Cube> cubes = new HashMap<>();
            new RoundedFigures(schemas.submitted())
                    .exact(vintage.published())
                    .forEach((id, cube) -> cubes.put(schemas.dataflow(id).orElseThrow(), cube));
            published.add(new PublishedVintage(vintage.id(), cubes));
        }
        return new IntruderAudit(options).audit(published);
    }

    private static OptionalLong revised(List<EarlierRelease> vintages, String release, String table, String key) {
        int index = index(vintages, release);
        Optional<Observation> now = find(vintages, index, table, key);
        Optional<Observation> before = find(vintages, index - 1, table, key);
        boolean same = before.isEmpty()
                ? now.isEmpty()
                : now.filter(observation -> observation.sameFigure(before.get()))
                        .isPresent();
        return same ? OptionalLong.empty() : OptionalLong.of(value(now).orElse(0));
    }

    private static Optional<Observation> find(List<EarlierRelease> vintages, int index, String table, String key) {
        Cube cube = index < 0 ? null : vintages.get(index).compiled().get(table);
        if (cube == null) {
            return Optional.empty();
        }
        OptionalLong packed = cube.space().parse(key);
        return packed.isEmpty() ? Optional.empty() : cube.find(packed.getAsLong());
    }

    private static OptionalLong value(Optional<Observation> observation) {
        return observation
                .map(Observation::value)
                .map(BigDecimal::longValue)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static int index(List<EarlierRelease> vintages, String release) {
        for (int i = 0; i < vintages.size(); i++) {
            if (vintages.get(i).id().equals(release)) {
                return i;
            }
        }
        return -1;
    }
}
