package org.tipstats.publish.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.protect.disclose.AttributeDisclosure;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.publish.checks.ProtectionSummary.BlockedCell;
import org.tipstats.publish.checks.ProtectionSummary.CommentedFigure;
import org.tipstats.publish.checks.ProtectionSummary.GroupLoss;
import org.tipstats.publish.checks.ProtectionSummary.OneCategory;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Summarises the effect of protection on compiled cubes. */
public final class ProtectionReview {

    private final SchemaRegistry schemas;
    private final Map<String, Cube> compiled;
    private final Map<String, WithheldFigures> withheld = new TreeMap<>();
    private final GroupLoss.Counter losses = new GroupLoss.Counter();
    private final List<OneCategory> warnings = new ArrayList<>();
    private final List<CommentedFigure> comments = new ArrayList<>();

    public ProtectionReview(SchemaRegistry schemas, Map<String, Cube> compiled) {
        this.schemas = schemas;
        this.compiled = compiled;
    }

    /** Returns the summary without the duration, the audit and other sources. */
    public ProtectionSummary of(ProtectedRelease safe) {
        safe.inOrder().forEach(this::add);
        return new ProtectionSummary(
                withheld,
                safe.blockers().stream().map(this::blocked).toList(),
                losses.groups(schemas.areas()),
                first(warnings),
                warnings.size(),
                first(comments),
                comments.size(),
                safe.cost(),
                null,
                null,
                null);
    }

    private void add(String id, ProtectedCube safe) {
        Dataflow dataflow = schemas.dataflow(id).orElseThrow();
        Cube before = compiled.get(id);
        withheld.put(id, WithheldFigures.from(before, safe));
        if (!dataflow.isReference()) {
            losses.add(before, safe.cube());
        }
        safe.warnings().forEach(warning -> warnings.add(oneCategory(id, before.space(), warning)));
        new DisclosiveComments(dataflow.structure())
                .of(before, safe.cube())
                .forEach(key -> comments.add(new CommentedFigure(id, key)));
    }

    private static OneCategory oneCategory(String dataflow, KeySpace space, AttributeDisclosure warning) {
        return new OneCategory(dataflow, space.format(warning.total()), space.format(warning.category()));
    }

    private BlockedCell blocked(Blocker blocker) {
        KeySpace space = compiled.get(blocker.dataflow()).space();
        return new BlockedCell(blocker.kind(), blocker.dataflow(), space.format(blocker.key()));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(ReleaseCheck.ITEMS_SHOWN, all.size()));
    }
}
