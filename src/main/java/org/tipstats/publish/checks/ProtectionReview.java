package org.tipstats.publish.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.publish.checks.ProtectionSummary.BlockedCell;
import org.tipstats.publish.checks.ProtectionSummary.CommentedFigure;
import org.tipstats.publish.checks.ProtectionSummary.GroupLoss;
import org.tipstats.publish.checks.ProtectionSummary.OneCategory;
import org.tipstats.publish.checks.ProtectionSummary.WithheldFigures;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Summarises the effect of protection on compiled cubes. */
public final class ProtectionReview {

    private final SchemaRegistry schemas;
    private final Map<String, Cube> compiled;
    private final Map<String, WithheldFigures> withheld = new TreeMap<>();
    private final LossCounter losses = new LossCounter();
    private final List<OneCategory> warnings = new ArrayList<>();
    private final List<CommentedFigure> comments = new ArrayList<>();

    public ProtectionReview(SchemaRegistry schemas, Map<String, Cube> compiled) {
        this.schemas = schemas;
        this.compiled = compiled;
    }

    public ProtectionSummary of(
            ProtectedRelease safe, BigDecimal seconds, AuditSummary audit, List<OtherSourceSummary> others) {
        safe.cubes().forEach(this::add);
        return new ProtectionSummary(
                withheld,
                safe.blockers().stream().map(this::blocked).toList(),
                losses.groups(schemas.areas()),
                first(warnings),
                warnings.size(),
                first(comments),
                comments.size(),
                safe.cost(),
                seconds,
                audit,
                others);
    }

    private void add(String id, ProtectedCube safe) {
        Dataflow dataflow = schemas.dataflow(id).orElseThrow();
        Cube before = compiled.get(id);
        withheld.put(id, WithheldFigures.from(dataflow, before, safe));
        if (!dataflow.isReference()) {
            losses.add(before, safe.cube());
        }
        KeySpace space = before.space();
        safe.warnings()
                .forEach(found ->
                        warnings.add(new OneCategory(id, space.format(found.total()), space.format(found.category()))));
        new DisclosiveComments(dataflow.structure())
                .of(before, safe.cube())
                .forEach(key -> comments.add(new CommentedFigure(id, key)));
    }

    private BlockedCell blocked(Blocker blocker) {
        KeySpace space =
                new KeySpace(schemas.dataflow(blocker.dataflow()).orElseThrow().structure());
        return new BlockedCell(blocker.kind(), blocker.dataflow(), space.format(blocker.key()), blocker.noMove());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(ReleaseCheck.ITEMS_SHOWN, all.size()));
    }

    /** Counts figures by area, then sums them by group. */
    private static final class LossCounter {

        private static final Set<String> SHOWN = Set.of("WORLD", "REGION", "SUB_REGION", "GROUP");

        private final Map<String, long[]> byArea = new HashMap<>();

        void add(Cube compiled, Cube published) {
            KeySpace space = compiled.space();
            Dimension area = space.structure().area();
            for (Observation observation : compiled) {
                if (observation.value() != null) {
                    long[] counts = byArea.computeIfAbsent(space.code(observation.key(), area), id -> new long[2]);
                    counts[0]++;
                    counts[1] += published.hasValue(observation.key()) ? 0 : 1;
                }
            }
        }

        List<GroupLoss> groups(CodeList areas) {
            return areas.codes().stream()
                    .filter(group -> group.annotation("AREA_GROUP")
                            .filter(SHOWN::contains)
                            .isPresent())
                    .map(group -> loss(areas, group))
                    .toList();
        }

        private GroupLoss loss(CodeList areas, Code group) {
            long cells = 0;
            long withheld = 0;
            for (Code member : areas.descendants(group)) {
                if (!member.isAreaGroup()) {
                    cells += of(member)[0];
                    withheld += of(member)[1];
                }
            }
            return new GroupLoss(group.id(), of(group)[0], of(group)[1], cells, withheld);
        }

        private long[] of(Code area) {
            return byArea.getOrDefault(area.id(), new long[2]);
        }
    }
}
