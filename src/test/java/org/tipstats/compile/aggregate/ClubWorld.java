package org.tipstats.compile.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/**
 * The small world with a group beside its regions: {@code club}, which has two areas in the north, one in the south and
 * one outside of all regions.
 */
public final class ClubWorld {

    public static final List<String> MEMBERS = List.of("aa", "cc", "dd", "ice");

    public static final Dataflow VICTIMS = with(SmallWorld.VICTIMS);
    static final Dataflow POPULATION = with(SmallWorld.POPULATION);

    private ClubWorld() {}

    private static Dataflow with(Dataflow dataflow) {
        DataStructure structure = dataflow.structure();
        List<Dimension> dimensions = structure.dimensions().stream()
                .map(dimension -> dimension.role() == Role.AREA ? with(dimension) : dimension)
                .toList();
        return SampleStructures.withStructure(
                dataflow,
                new DataStructure(
                        structure.id(),
                        structure.version(),
                        structure.name(),
                        dimensions,
                        structure.measure(),
                        structure.attributes()));
    }

    private static Dimension with(Dimension area) {
        CodeList list = area.codes();
        List<Code> codes = new ArrayList<>(list.codes());
        Map<String, String> annotations = Map.of("AREA_GROUP", "GROUP", "MEMBERS", "ice, dd  cc,aa");
        codes.add(new Code("club", codes.size(), LocalText.EMPTY, LocalText.EMPTY, null, annotations));
        return new Dimension(
                area.id(),
                area.position(),
                area.name(),
                area.role(),
                new CodeList(list.id(), list.version(), list.name(), codes),
                area.firstYear(),
                area.overlapping());
    }
}
